/** What stands within one pair of parentheses, or in none, as far as it was read. */
import type { Clause } from './query.ts';
import type { SignToken } from './tokens.ts';

export class Level {
  private readonly alternatives: Clause[] = [];
  private conjuncts: Clause[] = [];
  /** AND or OR that has nothing behind it yet. */
  private operator: SignToken | null = null;
  /** A minus or NOT whose term is to come. */
  negation: SignToken | null = null;

  /** null for what stands in no parentheses. */
  constructor(readonly opened: SignToken | null) {}

  get isEmpty(): boolean {
    return this.conjuncts.length === 0 && this.alternatives.length === 0;
  }

  get hasOr(): boolean {
    return this.alternatives.length > 0;
  }

  /** The sign that lacks something behind it, or null. */
  get hanging(): SignToken | null {
    return this.negation ?? this.operator;
  }

  add(clause: Clause): void {
    this.conjuncts.push(this.negation === null ? clause : { kind: 'not', of: clause });
    this.negation = null;
    this.operator = null;
  }

  /** Only where something stands before it. */
  join(operator: SignToken): void {
    if (operator.kind === 'OR') {
      this.alternatives.push(together('and', this.conjuncts));
      this.conjuncts = [];
    }
    this.operator = operator;
  }

  /** Only where it is not empty, and no sign hangs. */
  close(): Clause {
    return together('or', [...this.alternatives, together('and', this.conjuncts)]);
  }
}

function together(kind: 'and' | 'or', of: readonly Clause[]): Clause {
  const [first] = of;
  if (first === undefined) throw new TypeError('Nothing is no clause.');
  return of.length === 1 ? first : { kind, of };
}
