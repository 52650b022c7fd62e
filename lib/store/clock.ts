/** Microseconds since 1970 UTC by this machine's clock: for records about imports, never for an event. */
export function microsNow(): bigint {
  return BigInt(Date.now()) * 1_000n;
}
