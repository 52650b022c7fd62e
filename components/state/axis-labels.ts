/**
 * What stands beside the lines of a chart: as short as it can be and still tell one line from the next.
 *
 * Law: labels of different values are different. Sizes beyond what words such as million name, and those below a millionth, are
 * written as a power of ten.
 */

/** Ascending values, evenly apart. */
export function axisLabels(values: readonly number[]): readonly string[] {
  const size = orderOf(Math.max(...values.map(Math.abs)));
  const [first, second] = values;
  const last = first === undefined || second === undefined ? null : orderOf(second - first);
  // Where doubles are scarce, lines are not evenly apart, and the first step may be the widest.
  for (let finer = 0; ; finer += 1) {
    const labels = values.map((value) => labelOf(value, size, last === null ? null : last - finer));
    if (new Set(labels).size === values.length || finer === MOST) return labels;
  }
}

/** Digits that a single value is given. */
const ALONE = 6;
/** More digits than this do not shorten anything. */
const FEW = 5;
/** What tells neighbouring doubles apart. */
const MOST = 17;
/** More places behind the point no browser writes. */
const MOST_PLACES = 20;

/** Both are powers of ten: of the largest value, and of the step between two; null: it stands alone. */
function labelOf(value: number, size: number, step: number | null): string {
  if (value === 0) return '0';
  const own = orderOf(Math.abs(value));
  const digits = Math.min(MOST, step === null ? ALONE : Math.max(1, own - step + 1));
  if (size >= 15 || size < -6 || (step ?? 0) < -MOST_PLACES) return powerText(value, digits);
  if (size >= 7 && digits <= FEW)
    return value.toLocaleString('en', { notation: 'compact', maximumSignificantDigits: digits });
  // A single value below 10 million has its whole part in full.
  const fraction = step === null ? Math.max(0, ALONE - 1 - own) : Math.max(0, -step);
  return value.toLocaleString('en', {
    minimumFractionDigits: step === null ? 0 : fraction,
    maximumFractionDigits: fraction,
  });
}

function powerText(value: number, digits: number): string {
  const [factor = '', power = ''] = value.toExponential(digits - 1).split('e');
  const short = factor.includes('.') ? factor.replace(/\.?0+$/, '') : factor;
  const raised = [...power.replace('+', '')].map((sign) => SUPERSCRIPTS[sign] ?? sign).join('');
  return `${short.replace('-', '−')}×10${raised}`;
}

const SUPERSCRIPTS: Readonly<Partial<Record<string, string>>> = {
  '-': '⁻',
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
};

/** Rounded first, so that 0.3 − 0.2 is a tenth. */
const orderOf = (size: number): number => Number(size.toExponential(2).split('e')[1] ?? 0);
