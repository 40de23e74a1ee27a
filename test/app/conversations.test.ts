import { expect } from "chai";
import { CONVERSATION_LIMITS, RecentConversations } from "../../src/app/conversations.ts";
import type { Who } from "../../src/domain/who.ts";

const MINUTE = 60_000;

function start(limits = CONVERSATION_LIMITS) {
  const clock = { now: 1_700_000_000_000 };
  const conversations = new RecentConversations(() => clock.now, limits);
  const say = (who: Who, question: string, answer = `re ${question}`) =>
    conversations.of(who).add({ question, answer });
  const heard = (who: Who) => conversations.of(who).context;
  return { clock, conversations, say, heard };
}

const in1 = (person: string): Who => ({ person, channel: "1", server: "9", inThread: false });
const inThread = (person: string): Who => ({ person, channel: "5", server: "9", inThread: true });

describe("conversations", () => {
  it("give back what was said, person and bot in turn, oldest first", () => {
    const { say, heard } = start();
    expect(heard(in1("a"))).to.deep.equal([]);
    say(in1("a"), "who sank it?", "Norvik.");
    say(in1("a"), "when?", "");
    expect(heard(in1("a"))).to.deep.equal(["who sank it?", "Norvik.", "when?", ""]);
  });

  it("are one person's in a channel", () => {
    const { say, heard } = start();
    say(in1("a"), "mine");
    expect(heard(in1("b"))).to.deep.equal([]);
    expect(heard({ ...in1("a"), channel: "2" })).to.deep.equal([]);
    expect(heard({ ...in1("a"), channel: null })).to.deep.equal([]);
  });

  it("are everybody's in a thread", () => {
    const { say, heard } = start();
    say(inThread("a"), "first");
    say(inThread("b"), "second");
    expect(heard(inThread("c"))).to.deep.equal(["first", "re first", "second", "re second"]);
  });

  it("hold the last four turns", () => {
    const { say, heard } = start();
    for (const question of ["1", "2", "3", "4", "5"]) say(in1("a"), question);
    expect(heard(in1("a")).filter((_, index) => index % 2 === 0)).to.deep.equal(["2", "3", "4", "5"]);
  });

  it("are over 15 minutes after the last turn", () => {
    const { clock, say, heard } = start();
    say(in1("a"), "1");
    clock.now += 15 * MINUTE;
    expect(heard(in1("a"))).to.have.length(2);
    say(in1("a"), "2");
    clock.now += 15 * MINUTE;
    expect(heard(in1("a"))).to.have.length(4);
    clock.now += 1;
    expect(heard(in1("a"))).to.deep.equal([]);
    say(in1("a"), "3");
    expect(heard(in1("a"))).to.deep.equal(["3", "re 3"]);
  });

  it("are forgotten for a person: their own, and what they said in threads", () => {
    const { conversations, say, heard } = start();
    say(in1("a"), "1");
    say(in1("b"), "2");
    say(inThread("a"), "3");
    say(inThread("b"), "4");
    conversations.of({ ...in1("a"), channel: "other" }).forget();
    expect(heard(in1("a"))).to.deep.equal([]);
    expect(heard(in1("b"))).to.have.length(2);
    expect(heard(inThread("a"))).to.deep.equal(["4", "re 4"]);
    conversations.forget("b");
    expect(heard(inThread("a"))).to.deep.equal([]);
  });

  it("make room for new ones: the one left alone longest goes", () => {
    const { say, heard } = start({ ...CONVERSATION_LIMITS, conversations: 2 });
    say(in1("a"), "1");
    say(in1("b"), "2");
    say(in1("a"), "3");
    say(in1("c"), "4");
    expect(heard(in1("b"))).to.deep.equal([]);
    expect(heard(in1("a"))).to.have.length(4);
    expect(heard(in1("c"))).to.have.length(2);
  });

  it("keep no endless text", () => {
    const { say, heard } = start();
    say(in1("a"), "q".repeat(9_000), "a".repeat(9_000));
    expect(heard(in1("a")).map(({ length }) => length)).to.deep.equal([1_000, 1_000]);
  });
});
