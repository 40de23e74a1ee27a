import { expect } from "chai";
import { encodeAction } from "../../src/discord/action-id.ts";
import { Cancellations } from "../../src/discord/cancellations.ts";
import { Dispatcher } from "../../src/discord/dispatch.ts";
import {
  askCommand,
  buttonPayload,
  commandPayload,
  dispatchOptions,
  fakeTransport,
  question,
  recordingLogger,
  reply,
} from "./fakes.ts";

describe("cancelling", () => {
  it("ends what its person began, once", () => {
    const cancellations = new Cancellations();
    const [mine, other] = [cancellations.begin("7"), cancellations.begin("7")];
    expect(encodeAction(mine.action)).to.be.a("string");
    expect(cancellations.cancel(mine.action, "8")).to.equal("not-theirs");
    expect(mine.signal.aborted).to.equal(false);
    expect(cancellations.cancel(mine.action, "7")).to.equal("cancelled");
    expect([mine.signal.aborted, other.signal.aborted]).to.deep.equal([true, false]);
    mine.end();
    expect(cancellations.cancel(mine.action, "7")).to.equal("ended");
    expect(cancellations.cancel({ ...mine.action, state: [] }, "7")).to.equal("ended");
  });

  it("says that what is over, or was never begun, has ended", async () => {
    const cancellations = new Cancellations();
    const work = cancellations.begin("7");
    work.end();
    const { action } = work;
    for (const state of [action.state, ["x"], [], ["__proto__"]]) {
      const transport = fakeTransport();
      const { logger } = recordingLogger();
      const command = askCommand(async () => reply(""));
      const id = encodeAction({ ...action, state }) ?? "";
      await new Dispatcher(dispatchOptions([command], transport, logger, { cancellations })).handle(buttonPayload(id));
      expect(transport.calls).to.have.length(1);
      expect(transport.calls[0]?.body).to.containSubset({ type: 4, data: { flags: 64 } });
      expect(JSON.stringify(transport.calls[0]?.body)).to.include("ended already");
    }
  });

  it("stops work in good order when the bot closes", async () => {
    const transport = fakeTransport();
    const { logger } = recordingLogger();
    const command = askCommand(
      async ({ signal }) => {
        await new Promise((resolve) => {
          signal.addEventListener("abort", resolve, { once: true });
        });
        return reply("stopped in good order");
      },
      { deadlineMs: 60_000 },
    );
    const dispatcher = new Dispatcher(dispatchOptions([command], transport, logger));
    const handled = dispatcher.handle(commandPayload([question("x")]));
    await dispatcher.close(500);
    await handled;
    expect(JSON.stringify(transport.calls.at(-1)?.body)).to.include("stopped in good order");
  });
});
