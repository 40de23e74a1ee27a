import { isUtf8 } from "node:buffer";
import type { SourceBytes } from "../../domain/intake.ts";
import type { ProblemDetail } from "../../domain/problem.ts";
import type { Result } from "../../domain/result.ts";
import { shownEncoding } from "./byte-order.ts";
import { charsetOfContentType, charsetOfMarkup } from "./declared-charset.ts";
import { decodeAs, encodingOfLabel } from "./encodings.ts";

/** Bytes as text. */
export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  /** What is uncertain about it. */
  readonly doubts: readonly ProblemDetail[];
}

/**
 * Decodes a source: by its byte order mark, else as UTF-8 where it is UTF-8, else as it is declared (content type, XML
 * declaration, `<meta>`; labels as the WHATWG Encoding Standard has them), else as windows-1252. Whatever is no certainty
 * is told. The error: it is no text at all.
 */
export function decodeText({ bytes, contentType }: SourceBytes): Result<DecodedText, ProblemDetail> {
  const shown = shownEncoding(bytes);
  if (shown) return decoded(bytes, shown.encoding, shown.isMarked ? [] : [guessed(shown.encoding)]);
  const label = charsetOfContentType(contentType) ?? charsetOfMarkup(bytes);
  const declared = label === null ? null : encodingOfLabel(label);
  const doubts: ProblemDetail[] = [];
  if (label !== null && declared === null) doubts.push({ id: "encoding-unknown", declared: label });
  const isWide = declared?.startsWith("utf-16") === true && bytes.includes(0);
  if (declared !== null && isWide) return decoded(bytes, declared, doubts);
  if (isUtf8(bytes)) {
    const isAscii = bytes.every((byte) => byte < 0x80);
    // Pure ASCII reads alike in nearly all; in those of which it does not (ISO-2022-JP), the declaration counts.
    if (isAscii) return decoded(bytes, declared === "iso-2022-jp" ? declared : "utf-8", doubts);
    if (declared !== null && declared !== "utf-8") {
      doubts.push({ id: "encoding-contradicted", declared, taken: "utf-8" });
    }
    return decoded(bytes, "utf-8", doubts);
  }
  if (isBinary(bytes)) return { ok: false, error: { id: "format-unsupported", format: "data that is no text" } };
  if (declared !== null && declared !== "utf-8") return decoded(bytes, declared, doubts);
  // A few broken bytes in a text of UTF-8 are no reason to read all of it as something else.
  if (isMostlyUtf8(bytes)) return decoded(bytes, "utf-8", doubts);
  if (declared !== null) doubts.push({ id: "encoding-contradicted", declared, taken: "windows-1252" });
  else doubts.push(guessed("windows-1252"));
  return decoded(bytes, "windows-1252", doubts);
}

function decoded(
  bytes: Uint8Array,
  encoding: string,
  doubts: readonly ProblemDetail[],
): Result<DecodedText, ProblemDetail> {
  const text = decodeAs(bytes, encoding);
  const count = text.split("\uFFFD").length - 1;
  const damage: readonly ProblemDetail[] = count === 0 ? [] : [{ id: "encoding-damaged", encoding, count }];
  return { ok: true, value: { text, doubts: [...doubts, ...damage] } };
}

function guessed(encoding: string): ProblemDetail {
  return { id: "encoding-guessed", encoding };
}

/** Bytes that no text has in any encoding without a byte order mark; those of ISO-2022 and of terminals are no such. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 9 || (byte > 0x0d && byte < 0x1b) || (byte > 0x1b && byte < 0x20));
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  let good = 0;
  let bad = 0;
  for (const character of text) {
    if (character === "\uFFFD") bad += 1;
    else if (character > "\u007F") good += 1;
  }
  return good >= bad * 10;
}
