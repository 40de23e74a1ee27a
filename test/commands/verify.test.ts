import { expect } from "chai";
import verify from "../../commands/verify.ts";
import { article, corpusOf, ferryCorpus } from "../fixtures/articles.ts";
import { asking, button, pressing, replyOf } from "../fixtures/asking.ts";
import { CHANNEL, SERVER, moderator, onlyPublication, press } from "../fixtures/moderating.ts";

async function posted() {
  const context = moderator();
  const reply = replyOf(await press(context, { action: "draft", state: ["", "", "l"] }));
  await press(context, button(reply, "Post").action);
  const post = await onlyPublication(context.store);
  return { context: { ...context, standing: "member" } as const, post };
}

describe("/verify", () => {
  it("traces every sentence to its file, line and offsets", async () => {
    const { context, post } = await posted();
    let reply = await verify.run(context, { message: post.id });
    expect(reply).to.deep.include({ visibility: "private", title: "Checked now: Summary" });
    expect(reply.footer).to.contain("corpus 0123456789ab, the same as then");
    let text = reply.body;
    while (text.includes("**1.**") && reply.controls.length > 0 && !button(reply, "Next").disabled) {
      reply = replyOf(await verify.actions.page(pressing(context), button(reply, "Next").action.state));
      text += `\n\n${reply.body}`;
    }
    for (const [place, { cited }] of post.lines.entries()) {
      const body = context.library.article(cited.article)?.body ?? "";
      const line = 9 + body.slice(0, cited.start).split("\n").length - 1;
      expect(text).to.contain(`**${String(place + 1)}.** `);
      expect(text.replaceAll("\\", "")).to.contain(
        `-# articles/${cited.article}.md, line ${String(line)}, characters ${String(cited.start)} to ${String(cited.end)} of its text`,
      );
    }
    expect(text.match(/✓ stands there now, word for word/gu)).to.have.length(post.lines.length);
  });

  it("finds a post by its link, its message and its button, in its own server", async () => {
    const { context, post } = await posted();
    const link = `https://discord.com/channels/${SERVER}/${CHANNEL}/${post.message ?? ""}`;
    const wanted = [link, `<${link}>`, link.replace("discord.com", "ptb.discord.com"), post.message ?? "", post.id];
    for (const message of wanted) {
      expect((await verify.run(context, { message })).title, message).to.equal("Checked now: Summary");
    }
    const pressed = replyOf(await verify.actions.post(pressing(context), [post.id]));
    expect(pressed.title).to.equal("Checked now: Summary");
    const elsewhere = { ...context, who: { ...context.who, server: "200000000000000009" } };
    const inPrivate = { ...context, who: { ...context.who, server: null } };
    for (const one of [elsewhere, inPrivate]) {
      for (const message of wanted) {
        expect((await verify.run(one, { message })).body).to.match(/^I find no post of mine/u);
      }
      expect(replyOf(await verify.actions.copy(pressing(one), [post.id])).body).to.match(/^I find no post of mine/u);
    }
    for (const message of ["", "x", "https://example.org", "900000000000000001", "@everyone"]) {
      expect((await verify.run(context, { message })).body, message).to.match(/^I find no post of mine/u);
    }
  });

  it("shows no draft to anybody", async () => {
    const context = moderator();
    await press(context, { action: "draft", state: ["", "", "m"] });
    const { id } = await onlyPublication(context.store);
    expect((await verify.run(context, { message: id })).body).to.match(/^I find no post of mine/u);
    expect(replyOf(await verify.actions.copy(pressing(context), [id])).attachments).to.equal(undefined);
  });

  it("says what moved, what changed and what is gone", async () => {
    const { context, post } = await posted();
    const articles = ferryCorpus().articles.flatMap((one) => {
      if (one.id === "coast-start") return [];
      const body = one.id === "gazette-end" ? `It rained.\n\n${one.body}` : "Nothing was said.";
      return article({ ...one, body });
    });
    const { library, libraries } = asking({ ...corpusOf(articles), version: "ba9876543210" });
    const pages = [0, 1, 2].map((page) =>
      verify.actions.page(pressing({ ...context, library, libraries }), [String(page), post.id]),
    );
    const text = (await Promise.all(pages)).map((one) => replyOf(one).body).join("\n");
    expect(text).to.contain("✓ stands there word for word, at another place in its article");
    expect(text).to.contain("✗ the article is there and does not say this any more");
    expect(text).to.contain("✗ the article is not there any more");
    const [first] = await Promise.all(pages);
    expect(first && replyOf(first).footer).to.contain("corpus 0123456789ab then, ba9876543210 now");
  });

  it("gives a post as Markdown with footnotes to anybody", async () => {
    const { context, post } = await posted();
    const copied = replyOf(await verify.actions.copy(pressing(context), [post.id]));
    const text = copied.attachments?.[0]?.text ?? "";
    const worded = text.replaceAll(/ \\\[[^\]]*\\\]/gu, "");
    for (const { cited } of post.lines) expect(worded).to.contain(cited.text);
    expect(text).to.match(/^\[\^\d\]: .+, <https:\/\/news\.example\/.+>$/mu);
  });
});
