/**
 * Takes clock and randomness away before the user's code is loaded: a fold that reads them would give another state each
 * time it runs, and nobody could check it. `new Date(text)` and `Date.UTC` stay.
 *
 * It also freezes the intrinsics that the fold itself stands on: a reducer that replaced `Array.prototype.push` would otherwise
 * spoil the states of innocent events. Object.prototype and Error.prototype stay open, because assigning `this.name` in a class of
 * one's own is ordinary code and fails on a frozen prototype.
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

for (const intrinsic of [
  Array,
  JSON,
  Map,
  Math,
  Number,
  Object,
  Proxy,
  Reflect,
  RegExp,
  Set,
  String,
  Symbol,
]) {
  Object.freeze(intrinsic);
}
for (const prototype of [Array, Map, Number, RegExp, Set, String].map((intrinsic) => intrinsic.prototype)) {
  Object.freeze(prototype);
}
