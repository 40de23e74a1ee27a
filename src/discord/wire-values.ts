import { z } from "zod";

/** Discord's id of anything: 64 bits in digits. */
export const snowflake = z.string().regex(/^\d{1,20}$/u);

/** Permissions or the like, in digits. */
export const bitSet = z.string().regex(/^\d{1,40}$/u);
