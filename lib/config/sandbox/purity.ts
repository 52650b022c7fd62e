/**
 * Takes clock and randomness away before the user's code is loaded: a fold that reads them would give another state each
 * time it runs, and nobody could check it. `new Date(text)` and `Date.UTC` stay.
 *
 * Imported for its effect, and first.
 */
const RealDate = Date;

const refuse = (what: string) => (): never => {
  throw new Error(`${what} is not available: a reducer may depend on its event and its state alone`);
};

Math.random = refuse('Math.random()');

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    args.length === 0 ? refuse('new Date()')() : Reflect.construct(target, args, newTarget),
  apply: refuse('Date()'),
  get: (target, key) => (key === 'now' ? refuse('Date.now()') : Reflect.get(target, key)),
});
