import { expect } from "chai";
import { permissionsIn, type MemberInChannel } from "../../src/discord/channel-permissions.ts";
import { lackingPermissions } from "../../src/discord/permissions.ts";

const VIEW = 1n << 10n;
const SEND = 1n << 11n;
const EMBED = 1n << 14n;
const ATTACH = 1n << 15n;
const HISTORY = 1n << 16n;
const IN_THREADS = 1n << 38n;
const ADMINISTRATOR = 1n << 3n;
const ALL = VIEW | SEND | EMBED | ATTACH | HISTORY | IN_THREADS;

type Overwrite = MemberInChannel["overwrites"][number];

const overwrite = (type: number, id: string, allow: bigint, deny: bigint): Overwrite => ({
  id,
  type,
  allow: String(allow),
  deny: String(deny),
});
const ofRole = (id: string, allow: bigint, deny: bigint) => overwrite(0, id, allow, deny);
const ofMember = (id: string, allow: bigint, deny: bigint) => overwrite(1, id, allow, deny);

/** What the bot lacks, by what its roles allow and by what the channel says; `70` is everybody's role. */
function lacking(
  roles: Readonly<Record<string, bigint>>,
  own: readonly string[],
  overwrites: readonly Overwrite[],
  inThread = false,
  owner = "1",
): readonly string[] {
  const permissions = permissionsIn({
    person: "42",
    guild: {
      id: "70",
      owner_id: owner,
      roles: Object.entries(roles).map(([id, bits]) => ({ id, permissions: String(bits) })),
    },
    member: { roles: [...own] },
    overwrites: [...overwrites],
  });
  return lackingPermissions(permissions, { inThread, files: true, history: true });
}

const EVERYTHING = ["view-channel", "send-messages", "embed-links", "attach-files", "read-message-history"];

describe("what a member may do in a channel", () => {
  for (const [what, found, expected] of [
    ["what everybody may", lacking({ 70: ALL }, [], []), []],
    ["nothing where nobody may", lacking({ 70: 0n }, [], []), EVERYTHING],
    ["what one of the roles may", lacking({ 70: VIEW, 5: ALL }, ["5"], []), []],
    [
      "what several roles may together",
      lacking({ 70: VIEW, 5: SEND | EMBED, 6: ATTACH | HISTORY }, ["5", "6"], []),
      [],
    ],
    ["nothing of roles of others", lacking({ 70: VIEW, 5: ALL }, ["6"], []), EVERYTHING.slice(1)],
    [
      "nothing that the channel denies everybody",
      lacking({ 70: ALL }, [], [ofRole("70", 0n, SEND)]),
      ["send-messages"],
    ],
    ["what the channel allows everybody", lacking({ 70: VIEW }, [], [ofRole("70", ALL, 0n)]), []],
    [
      "what a role is allowed that everybody is denied",
      lacking({ 70: ALL, 5: 0n }, ["5"], [ofRole("5", SEND, 0n), ofRole("70", 0n, SEND)]),
      [],
    ],
    ["nothing that a role is denied", lacking({ 70: ALL, 5: 0n }, ["5"], [ofRole("5", 0n, EMBED)]), ["embed-links"]],
    [
      "what one role is allowed and another denied",
      lacking({ 70: ALL, 5: 0n, 6: 0n }, ["5", "6"], [ofRole("5", SEND, 0n), ofRole("6", 0n, SEND)]),
      [],
    ],
    ["what a role of others is denied", lacking({ 70: ALL, 5: 0n }, [], [ofRole("5", 0n, ALL)]), []],
    [
      "nothing that the member is denied, whatever the roles are allowed",
      lacking({ 70: ALL, 5: ALL }, ["5"], [ofMember("42", 0n, SEND), ofRole("5", SEND, 0n)]),
      ["send-messages"],
    ],
    [
      "what the member is allowed, whatever the roles are denied",
      lacking({ 70: 0n, 5: 0n }, ["5"], [ofMember("42", ALL, 0n), ofRole("5", 0n, ALL), ofRole("70", 0n, ALL)]),
      [],
    ],
    [
      "nothing of what another member is allowed",
      lacking({ 70: VIEW }, [], [ofMember("43", ALL, 0n)]),
      EVERYTHING.slice(1),
    ],
    ["nothing of a member's for a role of the same id", lacking({ 70: ALL }, [], [ofRole("42", 0n, ALL)]), []],
    ["everything as administrator", lacking({ 70: 0n, 5: ADMINISTRATOR }, ["5"], [ofMember("42", 0n, ALL)]), []],
    ["everything as owner", lacking({ 70: 0n }, [], [ofRole("70", 0n, ALL)], false, "42"), []],
    [
      "no administrator by a channel's overwrite alone",
      lacking({ 70: VIEW }, [], [ofRole("70", ADMINISTRATOR, 0n)]),
      EVERYTHING.slice(1),
    ],
    ["in a thread what is for threads", lacking({ 70: ALL & ~SEND }, [], [], true), []],
    ["in a thread no more than that", lacking({ 70: ALL & ~IN_THREADS }, [], [], true), ["send-messages-in-threads"]],
  ] as const) {
    it(`is ${what}`, () => {
      expect(found).to.deep.equal(expected);
    });
  }
});
