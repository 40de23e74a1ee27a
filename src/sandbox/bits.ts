/**
 * A set of bits as the enum whose members name the bits: Discord's types know the single ones only.
 * @throws RangeError where a bit has no name.
 */
export function bitSet<Flag extends number>(names: Readonly<Record<string, Flag | string>>, bits: number): Flag {
  const known = Object.values(names).reduce<number>((all, bit) => (typeof bit === "number" ? all | bit : all), 0);
  const isSet = (value: number): value is Flag => (value & ~known) === 0;
  if (isSet(bits)) return bits;
  throw new RangeError(`Not a set of known bits: ${bits}`);
}
