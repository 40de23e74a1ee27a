import { expect } from "chai";
import * as fc from "fast-check";
import type { ControlRow, Picker, Select } from "../../src/domain/reply.ts";
import { toRows } from "../../src/discord/components.ts";

const ACTION = { command: "settings", action: "pick", state: [] };

function made(control: ControlRow): { readonly part: unknown; readonly cut: readonly string[] } {
  const cut: string[] = [];
  const [row] = toRows([control], (what) => cut.push(what));
  return { part: row?.components[0], cut };
}

const picker = (more: Partial<Picker>) =>
  made({
    type: "picker",
    picker: {
      of: "roles",
      placeholder: "Moderators",
      action: ACTION,
      chosen: [],
      count: { least: 0, most: 25 },
      ...more,
    },
  });

const select = (values: readonly string[], more: Partial<Select>, chosen: readonly string[] = []) =>
  made({
    type: "select",
    select: {
      placeholder: "Days",
      action: ACTION,
      options: values.map((value) => ({
        label: value,
        description: null,
        value,
        ...(chosen.includes(value) ? { chosen: true } : {}),
      })),
      ...more,
    },
  });

describe("lists to choose from", () => {
  it("offer a server's roles, with those that are chosen", () => {
    const { part, cut } = picker({ chosen: ["5", "6"] });
    expect(part).to.deep.equal({
      type: 6,
      custom_id: "1|settings|pick|",
      placeholder: "Moderators",
      min_values: 0,
      max_values: 25,
      default_values: [
        { id: "5", type: "role" },
        { id: "6", type: "role" },
      ],
    });
    expect(cut).to.deep.equal([]);
  });

  it("offer channels where the bot can write, threads among them", () => {
    const { part, cut } = picker({ of: "channels", chosen: ["5"], count: { least: 1, most: 1 } });
    expect(part).to.deep.equal({
      type: 8,
      custom_id: "1|settings|pick|",
      placeholder: "Moderators",
      min_values: 1,
      max_values: 1,
      channel_types: [0, 5, 10, 11, 12],
      default_values: [{ id: "5", type: "channel" }],
    });
    expect(cut).to.deep.equal([]);
  });

  it("leave out, and report, what Discord would refuse as chosen", () => {
    const { part, cut } = picker({ chosen: ["5", "5", "x", "6", "7"], count: { least: 0, most: 2 } });
    expect(part).to.have.property("default_values").with.length(2);
    expect(cut).to.deep.equal(["picker.chosen"]);
    expect(picker({ chosen: ["5"], count: { least: 2, most: 3 } }).part).not.to.have.property("default_values");
    expect(picker({ action: { ...ACTION, state: ["x".repeat(100)] } })).to.deep.equal({
      part: undefined,
      cut: ["picker"],
    });
  });

  it("take one entry, unless told otherwise", () => {
    const { part, cut } = select(["a", "b"], {}, ["b"]);
    expect(part).to.deep.equal({
      type: 3,
      custom_id: "1|settings|pick|",
      placeholder: "Days",
      options: [
        { label: "a", value: "a" },
        { label: "b", value: "b", default: true },
      ],
    });
    expect(cut).to.deep.equal([]);
  });

  it("take several entries, and none where that is allowed", () => {
    const { part } = select(["a", "b", "c"], { count: { least: 0, most: 7 } }, ["a", "c"]);
    expect(part).to.deep.include({ min_values: 0, max_values: 3 });
    expect(part).to.containSubset({ options: [{ default: true }, { value: "b" }, { default: true }] });
  });

  it("have no more chosen than can be", () => {
    const { part, cut } = select(["a", "b", "c"], { count: { least: 1, most: 1 } }, ["a", "c"]);
    expect(JSON.stringify(part).match(/"default":true/gu)).to.have.length(1);
    expect(cut).to.deep.equal(["select.chosen"]);
  });

  it("keep every limit, whatever is asked", () => {
    const number = fc.integer({ min: -5, max: 40 });
    const count = fc.record({ least: number, most: number });
    const ids = fc.array(fc.oneof(fc.nat().map(String), fc.string()), { maxLength: 40 });
    fc.assert(
      fc.property(fc.constantFrom("roles" as const, "channels" as const), count, ids, (of, count, chosen) => {
        const { part } = picker({ of, count, chosen });
        expect(part).to.have.property("max_values").that.is.within(1, 25);
        const { min_values: least, max_values: most, default_values: defaults = [] } = Object(part);
        expect(least).to.be.within(0, most);
        if (defaults.length > 0) expect(defaults.length).to.be.within(least, most);
        const list = Object(select(chosen, { count }, chosen).part);
        if (list.options === undefined) return;
        expect(list.max_values).to.be.within(1, list.options.length);
        expect(list.min_values).to.be.within(0, list.max_values);
      }),
      { numRuns: 60 },
    );
  });
});
