import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { brotliCompressSync, createGzip, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { expect } from "chai";
import fc from "fast-check";
import { clearStage, createStage, DEAD, failureOf, PUBLIC, serve, serveRaw, textOf, type Stage } from "./stage.ts";

const MIB = 1024 * 1024;

/** Answers everything with one raw text, then closes or stays. */
async function rawStage(answer: string, end = true, limits = {}): Promise<Stage> {
  const port = await serveRaw((socket) => {
    socket.once("data", () => {
      if (end) socket.end(answer);
      else socket.write(answer);
    });
  });
  return createStage({ ports: { 80: port }, limits });
}

describe("the limits of fetching", () => {
  afterEach(clearStage);

  describe("size", () => {
    let bomb: Buffer;
    before(async function () {
      this.timeout(60_000);
      const zeros = Buffer.alloc(MIB);
      bomb = await buffer(Readable.from(Array.from({ length: 500 }, () => zeros)).pipe(createGzip()));
    });

    it("cuts 500 MiB packed into half a megabyte off at the limit", async () => {
      expect(bomb.length).to.be.lessThan(MIB);
      const port = await serve((_, response) => {
        response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
      });
      const stage = createStage({ ports: { 80: port } });
      const before = process.memoryUsage().rss;
      const result = await stage.get("http://news.example/");
      expect(failureOf(result)).to.deep.equal({ id: "too-large", what: "unpacked", limit: 20 * MIB });
      expect(process.memoryUsage().rss - before).to.be.lessThan(150 * MIB);
    });

    it("cuts what is packed twice off between the layers, even if little comes out at the end", async () => {
      // A layer of gzip members that are all empty: without end, and nothing when unpacked.
      const nothing = gzipSync("");
      const members = Buffer.concat(Array.from({ length: 200_000 }, () => nothing));
      const port = await serve((_, response) => {
        response.writeHead(200, { "content-encoding": "gzip, gzip" }).end(gzipSync(members));
      });
      const stage = createStage({ ports: { 80: port }, limits: { unpackedBytes: MIB } });
      const result = await stage.get("http://news.example/");
      expect(failureOf(result)).to.deep.equal({ id: "too-large", what: "unpacked", limit: MIB });
    });

    it("cuts an endless page off, packed or not, and closes the connection", async () => {
      for (const encoding of ["identity", "gzip", "br"]) {
        let isClosed: Promise<unknown> = Promise.resolve();
        const port = await serve((_, response) => {
          response.writeHead(200, { "content-encoding": encoding });
          isClosed = new Promise((resolve) => response.on("close", resolve));
          const noise = encoding === "gzip" ? createGzip() : response;
          if (noise !== response) noise.pipe(response);
          const more = (): void => {
            while (!response.destroyed && noise.write(randomBytes(64 * 1024)));
          };
          noise.on("drain", more);
          more();
        });
        const stage = createStage({ ports: { 80: port }, limits: { packedBytes: MIB, unpackedBytes: 2 * MIB } });
        const failure = failureOf(await stage.get("http://news.example/"));
        // Noise is not Brotli, which may be noticed first.
        expect(["too-large", "answer-invalid"], encoding).to.include("id" in failure ? failure.id : "page");
        if (encoding !== "br") expect(failure).to.deep.equal({ id: "too-large", what: "packed", limit: MIB });
        await isClosed;
      }
    });

    it("believes a stated length that is too large, and reads nothing", async () => {
      const stage = await rawStage("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", false);
      const result = await stage.get("http://news.example/");
      expect(failureOf(result)).to.deep.equal({ id: "too-large", what: "packed", limit: 10 * MIB });
    });

    it("takes a page of exactly the limit and not one byte more", async () => {
      const port = await serve((request, response) => {
        response
          .writeHead(200, { "content-encoding": "gzip" })
          .end(gzipSync("x".repeat(Number(request.url?.slice(1)))));
      });
      const stage = createStage({ ports: { 80: port }, limits: { unpackedBytes: 100_000 } });
      expect(textOf(await stage.get("http://news.example/100000"))).to.have.length(100_000);
      expect(textOf(await stage.get("http://news.example/100001"))).to.equal("too-large");
    });

    it("refuses headers larger than 64 KiB, many or long", async () => {
      const long = `X: ${"x".repeat(70_000)}\r\n`;
      const many = "Name: value\r\n".repeat(20_000);
      for (const headers of [long, many]) {
        const stage = await rawStage(`HTTP/1.1 200 OK\r\n${headers}\r\n`, false);
        const result = await stage.get("http://news.example/");
        expect(failureOf(result)).to.deep.equal({ id: "too-large", what: "headers", limit: 64 * 1024 });
      }
    });
  });

  describe("time", () => {
    it("waits so long to be connected, whatever the number of addresses", async () => {
      for (const names of [[DEAD], [DEAD, DEAD, DEAD, DEAD, DEAD, DEAD]]) {
        const stage = createStage({ names: () => names, limits: { connectMs: 200 } });
        const result = await stage.get("http://news.example/");
        expect(failureOf(result)).to.deep.equal({ id: "timed-out", host: "news.example", stage: "connect", ms: 200 });
        expect(stage.dialled.length).to.be.within(1, 4);
      }
    });

    it("waits so long for a name server", async () => {
      const stage = createStage({ names: () => new Promise(() => undefined), limits: { connectMs: 100 } });
      expect(failureOf(await stage.get("http://news.example/"))).to.include({ id: "timed-out", stage: "connect" });
    });

    it("waits so long for headers, also where they drip or are only announced", async () => {
      for (const answer of ["", "HTTP/1.1 200 OK\r\nX: y", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"]) {
        const stage = await rawStage(answer, false, { headersMs: 150 });
        expect(failureOf(await stage.get("http://news.example/")), answer).to.deep.equal({
          id: "timed-out",
          host: "news.example",
          stage: "headers",
          ms: 150,
        });
      }
    });

    it("does not count a long body against its headers", async () => {
      const port = await serve((_, response) => {
        response.write("begun ");
        setTimeout(() => response.end("and done"), 400);
      });
      const stage = createStage({ ports: { 80: port }, limits: { headersMs: 200 } });
      expect(textOf(await stage.get("http://news.example/"))).to.equal("begun and done");
    });

    it("ends what drips too slowly", async () => {
      const port = await serve((_, response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write("x"), 20);
        response.on("close", () => {
          clearInterval(timer);
        });
      });
      const stage = createStage({ ports: { 80: port }, limits: { slowWindowMs: 150 } });
      expect(failureOf(await stage.get("http://news.example/"))).to.deep.equal({
        id: "too-slow",
        host: "news.example",
        bytes: 1024,
        ms: 150,
      });
    });

    it("ends what comes fast enough and never ends", async () => {
      const port = await serve((_, response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write("x".repeat(2000)), 10);
        response.on("close", () => {
          clearInterval(timer);
        });
      });
      const stage = createStage({ ports: { 80: port }, limits: { slowWindowMs: 100, wholeMs: 500 } });
      expect(failureOf(await stage.get("http://news.example/"))).to.include({
        id: "timed-out",
        stage: "whole",
        ms: 500,
      });
    });

    it("counts the whole over all redirects", async () => {
      const port = await serve((_, response) => {
        setTimeout(() => response.writeHead(302, { location: "/again" }).end(), 150);
      });
      const stage = createStage({ ports: { 80: port }, limits: { wholeMs: 400, redirects: 20 } });
      expect(failureOf(await stage.get("http://news.example/"))).to.include({ id: "timed-out", stage: "whole" });
      expect(stage.dialled.length).to.be.lessThan(6);
    });
  });

  describe("unpacking", () => {
    const page = "“Bundled” ".repeat(5000);
    const cases: readonly (readonly [string, Buffer])[] = [
      ["gzip", gzipSync(page)],
      ["X-GZIP", gzipSync(page)],
      ["deflate", deflateSync(page)],
      ["deflate", deflateRawSync(page)],
      ["br", brotliCompressSync(page)],
      ["identity", Buffer.from(page)],
      ["gzip, br", brotliCompressSync(gzipSync(page))],
      ["deflate, identity, gzip", gzipSync(deflateSync(page))],
    ];
    for (const [encoding, body] of cases) {
      it(`undoes ${encoding} (${body[0]?.toString(16) ?? ""})`, async () => {
        const port = await serve((_, response) => {
          response.writeHead(200, { "content-encoding": encoding }).end(body);
        });
        const stage = createStage({ ports: { 80: port } });
        expect(textOf(await stage.get("http://news.example/")) === page).to.equal(true);
      });
    }

    it("takes nothing at all for an empty page, however it is said to be packed", async () => {
      for (const encoding of ["gzip", "br", "deflate"]) {
        const stage = await rawStage(`HTTP/1.1 200 OK\r\nContent-Encoding: ${encoding}\r\nContent-Length: 0\r\n\r\n`);
        expect(textOf(await stage.get("http://news.example/")), encoding).to.equal("");
      }
    });

    it("refuses what it cannot undo, and more than two layers", async () => {
      for (const encoding of ["zstd", "compress", "gzip, zstd", "gzip, gzip, gzip", "x".repeat(300)]) {
        const stage = await rawStage(
          `HTTP/1.1 200 OK\r\nContent-Encoding: ${encoding}\r\nContent-Length: 3\r\n\r\nabc`,
        );
        expect(failureOf(await stage.get("http://news.example/")), encoding).to.have.property(
          "id",
          "encoding-unsupported",
        );
      }
    });

    it("refuses what is damaged or cut short", async () => {
      const packed = gzipSync(randomBytes(5000));
      const damaged = Buffer.from(packed).fill(7, 1000, 1100);
      for (const body of [packed.subarray(0, 2000), damaged, Buffer.from("no gzip at all")]) {
        const port = await serve((_, response) => {
          response.writeHead(200, { "content-encoding": "gzip" }).end(body);
        });
        const stage = createStage({ ports: { 80: port } });
        expect(failureOf(await stage.get("http://news.example/"))).to.have.property("id", "answer-invalid");
      }
    });
  });

  describe("answers that are none", () => {
    const answers: Readonly<Record<string, string>> = {
      "another protocol": "SSH-2.0-OpenSSH_9.2\r\n",
      "nothing at all": "",
      "half a header": "HTTP/1.1 200 OK\r\nConte",
      "fewer bytes than stated": "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
      "a chunk cut short": "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nshort",
      "a chunk of no length": "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nshort\r\n0\r\n\r\n",
      "two lengths": "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nshort",
      "a length below nothing": "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nshort",
    };
    for (const [name, answer] of Object.entries(answers)) {
      it(`are told: ${name}`, async () => {
        const stage = await rawStage(answer);
        expect(failureOf(await stage.get("http://news.example/"))).to.include({
          id: "answer-invalid",
          host: "news.example",
        });
      });
    }

    it("end where the stated length ends, whatever follows", async () => {
      const stage = await rawStage(
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nshortHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil",
      );
      expect(["short", "answer-invalid"]).to.include(textOf(await stage.get("http://news.example/")));
    });

    it("are told whatever the bytes are, and end nothing else", async () => {
      let answer: Uint8Array = Buffer.alloc(0);
      const port = await serveRaw((socket) => {
        socket.once("data", () => {
          socket.end(answer);
        });
      });
      const stage = createStage({ ports: { 80: port }, limits: { headersMs: 1000 } });
      const packed = gzipSync("page ".repeat(100));
      const whole = Buffer.concat([
        Buffer.from(`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`),
        packed,
      ]);
      const mutated = fc
        .tuple(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 20 }), fc.nat(20))
        .map(([at, bytes, gone]) => Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + gone)]));
      await fc.assert(
        fc.asyncProperty(fc.oneof(mutated, fc.uint8Array({ maxLength: 300 })), async (bytes) => {
          answer = bytes;
          const failure = failureOf(await stage.get("http://news.example/"));
          expect(failure).to.satisfy((one: object) => "type" in one || "id" in one);
        }),
        { numRuns: 300 },
      );
      answer = whole;
      expect(textOf(await stage.get("http://news.example/"))).to.equal("page ".repeat(100));
    });

    it("are no reason to dial again", async () => {
      const stage = await rawStage("");
      await stage.get("http://news.example/");
      expect(stage.dialled.map(({ address }) => address)).to.deep.equal([PUBLIC]);
    });
  });
});
