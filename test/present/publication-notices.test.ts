import { expect } from "chai";
import { toMessage } from "../../src/discord/message.ts";
import type { LineCorrection, Publication } from "../../src/domain/publication.ts";
import {
  correctedNotice,
  correctionReply,
  digestPausedNotice,
  notPostedNotice,
} from "../../src/present/posts/publication-notices.ts";
import { LIMITS } from "../../src/present/text/limits.ts";
import { shippedLanguages } from "../fixtures/languages.ts";
import { memoryStore } from "../fixtures/store.ts";
import { draftIn, line } from "../publishing/fakes.ts";

const HOSTILE = "**@everyone** [x](https://evil.example) <@7> ";
const HOWS = ["withdrawn", "changed", "struck"] as const;

async function postWith(count: number, corrected: boolean, text = "Nobody would sail."): Promise<Publication> {
  const lines = Array.from({ length: count }, (_, place) => {
    const how: LineCorrection["how"] = HOWS[place % HOWS.length] ?? "changed";
    const correction = corrected ? { how, at: "2026-03-02T10:00:00.000Z" } : null;
    return { ...line(place.toString(36), "coast-start", text), correction };
  });
  return draftIn(memoryStore(), { state: "posting", message: "1000", title: HOSTILE.repeat(3), lines });
}

describe("what moderators are told of their posts", () => {
  for (const words of shippedLanguages().all) {
    it(`fits Discord and formats nothing of others in ${words.language}`, async () => {
      const post = await postWith(25, true, `${HOSTILE.repeat(40)}.`);
      const plan = { channel: "10" } as const;
      const cuts: string[] = [];
      const replies = [
        notPostedNotice(words, post),
        correctedNotice(words, post, true),
        correctedNotice(words, post, false),
        correctionReply(words, post, `${post.id}.7`),
        digestPausedNotice(words, plan),
      ];
      for (const reply of replies) {
        toMessage(reply, (what) => cuts.push(what));
        expect(reply.body.length).to.be.at.most(LIMITS.embed.descriptionLength);
        expect(reply.body).not.to.match(/<@7>|\]\(https|(?<!\\)\*\*@/u);
      }
      expect(cuts).to.deep.equal([]);
    });
  }

  it("names the post, the channel and each sentence with what became of it", async () => {
    const { english } = shippedLanguages();
    const { body, controls } = correctedNotice(english, await postWith(2, true), true);
    expect(body).to.contain("<#10>").and.to.contain("~~Nobody would sail.~~ **(");
    expect(JSON.stringify(controls)).to.contain("https://discord.com/channels/2/10/1000");
  });

  it("can be found again below the post by the key, and says when all is right again", async () => {
    const { english } = shippedLanguages();
    const post = await postWith(2, false);
    const reply = correctionReply(english, post, `${post.id}.7`);
    expect(reply.visibility).to.equal("public");
    expect(reply.body).to.contain("again, word for word");
    expect(JSON.stringify(reply.controls)).to.contain(`"${post.id}.7"`);
  });
});
