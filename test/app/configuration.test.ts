import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { CONFIGURATION_KEYS, readConfiguration } from "../../src/app/configuration.ts";
import { projectRoot } from "../../src/app/project-root.ts";

describe("the configuration", () => {
  it("has a default for every key", () => {
    expect(readConfiguration({})).to.deep.equal({
      ok: true,
      value: {
        discordToken: null,
        discordApiUrl: null,
        corpus: [],
        data: null,
        sandboxPort: 8722,
        logLevel: "warn",
        answerThreshold: null,
        sentenceModel: null,
        databaseUrl: null,
        keepQuestionsDays: 30,
        maintainingServers: [],
        watchCorpus: true,
        fetchHosts: [],
      },
    });
  });

  it("is explained key by key in .env.example, and no other key is", () => {
    const lines = readFileSync(join(projectRoot(), ".env.example"), "utf8").split("\n");
    const keys = lines.flatMap((line) => /^([A-Z_]+)=/u.exec(line)?.[1] ?? []);
    expect(keys.toSorted()).to.deep.equal(CONFIGURATION_KEYS.toSorted());
    for (const [place, line] of lines.entries()) {
      if (/^[A-Z_]+=/u.test(line)) expect(lines[place - 1], line).to.match(/^# \S/u);
    }
  });

  it("takes the values that .env.example shows", () => {
    const lines = readFileSync(join(projectRoot(), ".env.example"), "utf8").split("\n");
    const values = Object.fromEntries(lines.filter((line) => /^[A-Z_]+=/u.test(line)).map((line) => line.split("=")));
    expect(readConfiguration(values)).to.deep.equal(readConfiguration({}));
  });

  it("reads what an operator sets", () => {
    const read = readConfiguration({
      DISCORD_TOKEN: " aaa.bbb.ccc ",
      DISCORD_API_URL: "http://127.0.0.1:9/api/",
      CORPUS: "a, b.jsonl",
      DATA: " /var/lib/footnote ",
      SANDBOX_PORT: "0",
      LOG_LEVEL: "debug",
      ANSWER_THRESHOLD: "0.7",
      SENTENCE_MODEL: "minilm",
      DATABASE_URL: "postgresql://ann:pw@db.example:5433/footnote?sslmode=require",
      KEEP_QUESTIONS_DAYS: "0",
      MAINTAINING_SERVERS: "123456789012345678, 8",
      WATCH_CORPUS: "off",
      FETCH_HOSTS: "wiki.internal, [::1]:3000",
    });
    expect(read).to.deep.equal({
      ok: true,
      value: {
        discordToken: "aaa.bbb.ccc",
        discordApiUrl: "http://127.0.0.1:9/api",
        corpus: ["a", "b.jsonl"],
        data: "/var/lib/footnote",
        sandboxPort: 0,
        logLevel: "debug",
        answerThreshold: 0.7,
        sentenceModel: "minilm",
        databaseUrl: "postgresql://ann:pw@db.example:5433/footnote?sslmode=require",
        keepQuestionsDays: 0,
        maintainingServers: ["123456789012345678", "8"],
        watchCorpus: false,
        fetchHosts: ["wiki.internal", "[::1]:3000"],
      },
    });
  });

  for (const url of ["https://d.example/api/v10", "https://d.example/api/v9/", "https://d.example/api//"]) {
    it(`leaves out what is no part of the API's base address: ${url}`, () => {
      const read = readConfiguration({ DISCORD_API_URL: url });
      expect(read.ok ? read.value.discordApiUrl : null).to.equal("https://d.example/api");
    });
  }

  it("reports every problem at once and never repeats a value", () => {
    const secret = "not a token but a secret";
    const read = readConfiguration({
      DISCORD_TOKEN: secret,
      DISCORD_API_URL: "ftp://secret",
      SANDBOX_PORT: "65536",
      LOG_LEVEL: "loud",
      ANSWER_THRESHOLD: "2",
      DATABASE_URL: "mysql://ann:secret@db.example/footnote",
      KEEP_QUESTIONS_DAYS: "366",
      MAINTAINING_SERVERS: "12, my server",
      WATCH_CORPUS: "sometimes",
      FETCH_HOSTS: "wiki.internal/secret",
    });
    expect(read.ok).to.equal(false);
    if (read.ok) return;
    expect(read.error.map(({ key }) => key)).to.deep.equal([
      "DISCORD_TOKEN",
      "DISCORD_API_URL",
      "SANDBOX_PORT",
      "LOG_LEVEL",
      "ANSWER_THRESHOLD",
      "DATABASE_URL",
      "KEEP_QUESTIONS_DAYS",
      "MAINTAINING_SERVERS",
      "WATCH_CORPUS",
      "FETCH_HOSTS",
    ]);
    expect(JSON.stringify(read.error)).not.to.contain("secret");
  });
});
