import { z } from "zod";

/** An article of a JSON Lines corpus; further keys are left alone. */
export const ARTICLE_LINE = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string(),
  published: z.string(),
  text: z.string(),
});
