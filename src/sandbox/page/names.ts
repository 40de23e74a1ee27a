import type { APIUser } from "discord-api-types/v10";

/** The name shown for a person or bot. */
export function displayName(user: APIUser): string {
  return user.global_name ?? user.username;
}

/** One or two capital letters that stand in for a picture. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0x3f))
    .join("")
    .toUpperCase();
}

/** A number from 0 to 5 that stays the same for the same id: which of the page's avatar colours it gets. */
export function avatarColour(id: string): number {
  return Number(/\d{1,9}$/.exec(id)?.[0] ?? 0) % 6;
}
