import { ApplicationCommandType, type APIApplicationCommand } from "discord-api-types/v10";
import type { CommandBody } from "discord-api-spec/zod";
import { mostCommands, type CommandScope } from "../commands.ts";
import { checkCommand } from "../rules/command.ts";
import { isRecord, listOf, type Path } from "../rules/json.ts";
import { Report } from "../rules/report.ts";
import { checkAgainst, type Spec } from "../rules/spec.ts";
import type { State } from "../state.ts";
import { invalidForm, refuse, type ApiAnswer } from "./answer.ts";
import type { ApiRequest } from "./request.ts";
import type { Method, Quota, Route } from "./route.ts";

const commandTypes = [
  ApplicationCommandType.ChatInput,
  ApplicationCommandType.User,
  ApplicationCommandType.Message,
  ApplicationCommandType.PrimaryEntryPoint,
] as const;

type Handler = (state: State, scope: CommandScope, request: ApiRequest) => ApiAnswer | Promise<ApiAnswer>;

const quota = (bucket: string): Quota => ({ bucket, major: "application", requests: 20, seconds: 20 });

/** Registration of commands, for all guilds and for one. */
export function commandRoutes(state: State): readonly Route[] {
  const places = [
    { path: "/applications/:application/commands", bucket: "commands" },
    { path: "/applications/:application/guilds/:guild/commands", bucket: "guild-commands" },
  ];
  return places.flatMap(({ path, bucket }) => {
    const route = (method: Method, tail: string, handler: Handler): Route => ({
      method,
      path: path + tail,
      auth: "bot",
      limit: quota(`${bucket}-${method}`),
      run: (request) => inScope(state, request, handler),
    });
    return [
      route("GET", "", list),
      route("PUT", "", replaceAll),
      route("POST", "", create),
      route("GET", "/:command", (state, scope, request) =>
        withCommand(state, scope, request, (command) => ({ status: 200, body: command })),
      ),
      route("PATCH", "/:command", change),
      route("DELETE", "/:command", (state, scope, request) =>
        withCommand(state, scope, request, (command) => {
          state.commands.remove(scope, command.id);
          return { status: 204 };
        }),
      ),
    ];
  });
}

function inScope(state: State, request: ApiRequest, handler: Handler): ApiAnswer | Promise<ApiAnswer> {
  if (request.params["application"] !== state.world.applicationId) return refuse(20012);
  const guild = request.params["guild"];
  if (guild !== undefined && guild !== state.world.guildId) return refuse(50001);
  return handler(state, guild ?? null, request);
}

function withCommand<T>(
  state: State,
  scope: CommandScope,
  request: ApiRequest,
  act: (command: APIApplicationCommand) => T,
): T | ApiAnswer {
  const command = state.commands.get(scope, request.params["command"] ?? "");
  return command === undefined ? refuse(10063) : act(command);
}

function list(state: State, scope: CommandScope, request: ApiRequest): ApiAnswer {
  const full = request.query["with_localizations"] === "true";
  const commands = state.commands.list(scope);
  return {
    status: 200,
    body: full ? commands : commands.map((command) => withoutLocalizations(command)),
  };
}

/** What a list holds unless asked for more: the command, its options and their choices in the default language alone. */
function withoutLocalizations(part: unknown): unknown {
  if (Array.isArray(part)) return listOf(part).map((inner) => withoutLocalizations(inner));
  if (!isRecord(part)) return part;
  const { name_localizations: _n, description_localizations: _d, ...rest } = part;
  const nested = Object.entries(rest).filter(([key]) => key === "options" || key === "choices");
  return { ...rest, ...Object.fromEntries(nested.map(([key, inner]) => [key, withoutLocalizations(inner)])) };
}

async function replaceAll(state: State, scope: CommandScope, request: ApiRequest): Promise<ApiAnswer> {
  const spec = await state.spec();
  const report = new Report();
  if (!Array.isArray(request.body)) {
    report.add([], "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
    return invalidForm(report.tree);
  }
  const given: readonly unknown[] = request.body;
  const seen = new Set<string>();
  const bodies = given.flatMap((body, index) => {
    const checked = checkedCommand(spec, body, [index], report);
    if (checked === undefined) return [];
    const key = `${typeOf(checked)} ${checked.name}`;
    if (seen.has(key)) {
      report.add([index, "name"], "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
    }
    seen.add(key);
    return [checked];
  });
  if (tooManyOfAType(bodies)) return refuse(30032);
  if (!report.empty) return invalidForm(report.tree);
  return { status: 200, body: state.commands.replaceAll(scope, bodies) };
}

async function create(state: State, scope: CommandScope, request: ApiRequest): Promise<ApiAnswer> {
  const report = new Report();
  const checked = checkedCommand(await state.spec(), request.body, [], report);
  if (!report.empty || checked === undefined) return invalidForm(report.tree);
  const others = state.commands.list(scope).filter((old) => old.name !== checked.name || old.type !== typeOf(checked));
  if (tooManyOfAType([...others, checked])) return refuse(30032);
  const { command, replaced } = state.commands.upsert(scope, checked);
  return { status: replaced ? 200 : 201, body: command };
}

function change(state: State, scope: CommandScope, request: ApiRequest): ApiAnswer | Promise<ApiAnswer> {
  return withCommand(state, scope, request, async (command) => {
    const spec = await state.spec();
    const report = new Report();
    const body = withNumericPermissions(request.body);
    checkCommand(request.body, command.type, [], report);
    const checked = checkAgainst(spec.ApplicationCommandPatchRequestPartialSchema, body, [], report);
    if (!report.empty || checked === undefined) return invalidForm(report.tree);
    return { status: 200, body: state.commands.patch(scope, command, checked) };
  });
}

function checkedCommand(spec: Spec, body: unknown, path: Path, report: Report): CommandBody | undefined {
  const given = isRecord(body) ? body["type"] : undefined;
  const type = commandTypes.find((one) => one === given) ?? ApplicationCommandType.ChatInput;
  checkCommand(body, type, path, report);
  const described = isRecord(body) && typeof body["description"] === "string" && body["description"] !== "";
  if (type === ApplicationCommandType.ChatInput && !described) report.required([...path, "description"]);
  return checkAgainst(spec.ApplicationCommandCreateRequestSchema, withNumericPermissions(body), path, report);
}

/** The published description asks for a number where every client sends digits. */
function withNumericPermissions(body: unknown): unknown {
  if (!isRecord(body) || typeof body["default_member_permissions"] !== "string") return body;
  return { ...body, default_member_permissions: Number(body["default_member_permissions"]) };
}

function typeOf(body: { readonly type?: ApplicationCommandType | null }): ApplicationCommandType {
  return body.type ?? ApplicationCommandType.ChatInput;
}

function tooManyOfAType(bodies: readonly { readonly type?: ApplicationCommandType | null }[]): boolean {
  const counts = new Map<ApplicationCommandType, number>();
  for (const body of bodies) counts.set(typeOf(body), (counts.get(typeOf(body)) ?? 0) + 1);
  return [...counts].some(([type, count]) => count > mostCommands(type));
}
