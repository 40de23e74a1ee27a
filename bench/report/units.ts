/** Three significant digits, no exponent, thousands parted: 0.0123, 4.56, 1,230. */
function significant(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: value < 1000 ? 3 : 4 });
}

/** A time from its milliseconds: "0.42 ms", "12.3 s". */
export function milliseconds(ms: number): string {
  return ms < 1000 ? `${significant(ms)} ms` : `${significant(Number((ms / 1000).toPrecision(3)))} s`;
}

/** A size from its bytes, in decimal units: "126 MB". */
export function bytes(count: number): string {
  const mb = count / 1e6;
  return Math.abs(mb) < 1000 ? `${mb < 10 ? mb.toFixed(1) : mb.toFixed(0)} MB` : `${(mb / 1000).toFixed(2)} GB`;
}

/** A ratio: "2.4×". */
export function times(ratio: number): string {
  return `${significant(ratio)}×`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

export function count(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 1 : 0 });
}
