import { expect } from "chai";
import type { APIMessage } from "discord-api-types/v10";
import { encodeAction } from "../../src/discord/action-id.ts";
import type { SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Newsroom, beginDraft, forged, offered, openNewsroom, postsIn, shown } from "./moderating.ts";
import { fillIn, messageOf } from "./talk.ts";

const LINES = "Choose a line to change";
const MEANWHILE = "Somebody changed it meanwhile: this is how it stands now.";

describe("two moderators with one draft", function () {
  this.timeout(60_000);
  let room: Newsroom;
  let ann: SandboxUser;
  let ben: SandboxUser;

  before(async () => {
    room = await openNewsroom();
    ann = room.moderator("ann");
    ben = room.moderator("ben");
  });

  after(async () => room.close());

  it("see the newest: the slower one's press changes nothing and says why", async () => {
    const anns = await beginDraft(ann, "Seafarers' Union");
    const list = messageOf(await ben.slash("summary"));
    const bens = messageOf(await ben.choose(list, "Summary: Seafarers' Union"));
    const [first = "", ...others] = offered(anns, LINES);
    const cleos = await opened(room.moderator("cleo"), "Summary: Seafarers' Union");
    const [annAt, benAt] = [messageOf(await ann.choose(anns, first)), messageOf(await ben.choose(bens, first))];
    await ann.press(annAt, "Drop");

    const slow = messageOf(await ben.press(benAt, "Drop"));
    expect(shown(slow)).to.contain(MEANWHILE);
    expect(shown(messageOf(await room.moderator("cleo").choose(cleos, first)))).to.contain(MEANWHILE);
    expect(offered(slow, LINES)).to.deep.equal(
      others.map((line) => line.replace(/^\d+/u, (one) => `${Number(one) - 1}`)),
    );
    const { sent } = await fillIn(ben, slow, "Title and note", { title: "Ben's title", note: "" });
    expect(shown(messageOf(sent)))
      .to.contain("Ben's title")
      .and.not.contain(MEANWHILE);
    expect(shown(messageOf(await ann.press(annAt, "Post"))))
      .to.contain(MEANWHILE)
      .and.contain("Ben's title");
    expect(postsIn(room)).to.deep.equal([]);
  });

  it("post it once, though both press at the same moment", async () => {
    const list = messageOf(await ann.slash("summary"));
    const same = await Promise.all([ann, ben].map(async (user) => opened(user, "Ben's title")));
    const told = await Promise.all([ann.press(same[0] ?? list, "Post"), ben.press(same[1] ?? list, "Post")]);
    expect(postsIn(room)).to.have.length(1);
    const texts = told.map((outcome) => shown(messageOf(outcome)));
    expect(texts.filter((text) => text.includes("It is posted: "))).not.to.deep.equal([]);
  });

  it("agree only where they are two, whatever button the author presses", async () => {
    await room.store.setServerSettings(room.sandbox.guildId, { approval: true }, null);
    const draft = await beginDraft(ann, "mediator");
    const [stored] = stateOf(await room.store.publications.after(null, ["draft"], 5));
    const posting = encodeAction({ command: "summary", action: "post", state: [stored?.id ?? "", "1"] }) ?? "";
    const direct = await ann.press(await forged(room, room.channel, [posting]), posting);
    expect(shown(messageOf(direct))).to.contain("Here another moderator must agree first");
    const waiting = messageOf(await ann.press(draft, "Ask for approval"));
    expect(shown(waiting)).to.contain("Waiting for another moderator to agree");
    const approving = encodeAction({ command: "summary", action: "approve", state: [stored?.id ?? "", "2"] }) ?? "";
    const own = await ann.press(await forged(room, room.channel, [approving]), approving);
    expect(shown(messageOf(own))).to.contain("Whoever drafted it or asked for approval cannot approve it.");
    expect(stateOf(await room.store.publications.after(null, ["posted"], 5))).to.have.length(1);

    const back = await fillIn(ben, await opened(ben, "Summary: mediator"), "Send back", { reason: "Too *short*" });
    expect(shown(messageOf(back.sent))).to.contain("It is a draft again, with your reason.");
    expect(shown(await opened(ann, "Summary: mediator"))).to.contain(String.raw`**Sent back: Too \*short\***`);
  });
});

function stateOf<T>(found: { readonly ok: boolean; readonly value?: readonly T[] }): readonly T[] {
  return found.value ?? [];
}

/** A draft from the list below somebody's own summary. */
async function opened(user: SandboxUser, title: string): Promise<APIMessage> {
  return messageOf(await user.choose(messageOf(await user.slash("summary")), title));
}
