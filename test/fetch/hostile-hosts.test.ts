import { expect } from "chai";
import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { clearStage, createStage, DEAD, failureOf, PUBLIC, PUBLIC_6, serve, textOf } from "./stage.ts";

/** Literal addresses in all their spellings, as hosts of a URL. */
const LITERALS = words({
  "This machine": `
    127.0.0.1 127.0.0.1. 127.1 127.0.1 127.255.255.254 2130706433 0x7f000001 0x7f.1 017700000001
    0177.0.0.1 0177.0.0.01 127.0.0.0x1 0x7F.0x0.0x0.0x1 00000177.0.0.1 %31%32%37.0.0.1 ①②⑦.⓪.⓪.①
    １２７.0.0.1 127。0。0。1 [::1] [0:0:0:0:0:0:0:1] [::127.0.0.1] [::ffff:127.0.0.1] [::ffff:7f00:1]
    [0:0:0:0:0:ffff:127.0.0.1] [::ffff:0:127.0.0.1]
  `,
  "No machine": `
    0.0.0.0 0 0x0 0.0.0.1 [::] [::ffff:0.0.0.0]
  `,
  "Private networks": `
    10.0.0.1 10.255.255.255 167772161 012.0.0.1 172.16.0.1 172.31.255.255 192.168.0.1 192.168.1.254
    0xc0a80001 192.168.257 [fc00::1] [fd12:3456:789a::1] [fec0::1]
  `,
  "The same link, and what tells programs about their data centre": `
    169.254.169.254 169.254.1.1 0xa9fea9fe 2852039166 169.254.43518 [fe80::1] [febf::1]
    169.254.170.2 100.100.100.200 168.63.129.16 192.0.0.192 [fd00:ec2::254]
    [::ffff:169.254.169.254] [::ffff:a9fe:a9fe]
  `,
  "A provider's network, many machines, documentation, tests, not given out": `
    100.64.0.1 100.127.255.255 224.0.0.1 239.255.255.250 255.255.255.255 [ff02::1] [ff0e::1]
    192.0.2.1 198.51.100.7 203.0.113.9 198.18.0.1 192.88.99.1 240.0.0.1 254.1.2.3 [2001:db8::1]
    [3fff::1] [100::1] [4000::1] [5f00::1] [8000::1] [2001:2::1] [2001:10::1]
  `,
  "IPv4 within IPv6: NAT64, 6to4, Teredo, ISATAP, compatible": `
    [64:ff9b::7f00:1] [64:ff9b::127.0.0.1] [64:ff9b:1::a00:1] [64:ff9b::8.8.8.8] [2002:7f00:1::]
    [2002:a9fe:a9fe::1] [2001:0:7f00:1::] [2001::1] [2606:4700::5efe:10.0.0.1]
    [2606::200:5efe:7f00:1] [::ffff:8.8.8.8] [::10.0.0.1]
  `,
});

/** Names that mean this machine or its network by their form. */
const LOCAL_NAMES = words({
  hosts: `
    localhost localhost. LOCALHOST LocalHost. a.localhost ⓛⓞⓒⓐⓛⓗⓞⓢⓣ localhost%2E
    localhost.localdomain metadata metadata.google.internal metadata.google.internal. db.internal
    printer.local router.lan intranet wiki.corp nas.home nas.home.arpa x.private x.intranet
    abcdef.onion x.alt kubernetes
  `,
});

/** What a name server may say of a public name to lead us astray. */
const ANSWERS: readonly (readonly string[])[] = [
  [""],
  ...words({
    alone: `
    127.0.0.1 ::1 10.1.2.3 169.254.169.254 fe80::1%eth0 fd00::1 ::ffff:127.0.0.1 0.0.0.0 ::
    100.64.3.4 224.0.0.251 64:ff9b::a00:1 2002:c0a8:1::1 198.18.0.7 0x7f.1 127.1 nonsense
  `,
  }).map((address) => [address]),
];
/** Among public ones, first or last. */
const MIXED: readonly (readonly string[])[] = [
  [PUBLIC, "127.0.0.1"],
  ["10.0.0.1", PUBLIC],
  [PUBLIC_6, PUBLIC, "::1"],
  [PUBLIC, PUBLIC, PUBLIC, PUBLIC, PUBLIC, "192.168.0.1"],
];

describe("hosts that lead astray", () => {
  afterEach(clearStage);

  for (const scheme of ["http", "https"]) {
    it(`are not dialled over ${scheme}`, async () => {
      const stage = createStage({});
      for (const host of [...LITERALS, ...LOCAL_NAMES]) {
        const result = await stage.get(`${scheme}://${host}/`);
        expect(failureOf(result), host).to.have.property("id", "address-forbidden");
      }
      expect(stage.dialled).to.deep.equal([]);
      expect(stage.lookedUp).to.deep.equal([]);
    });
  }

  it("are not dialled after a redirect", async () => {
    const hosts = [...LITERALS, ...LOCAL_NAMES];
    const port = await serve((request, response) => {
      const host = hosts[Number(request.url?.slice(1))] ?? "";
      response.writeHead(302, { location: Buffer.from(`http://${host}/`).toString("latin1") }).end();
    });
    const stage = createStage({ ports: { 80: port } });
    for (const [index, host] of hosts.entries()) {
      const result = await stage.get(`http://news.example/${index}`);
      expect(failureOf(result), host).to.have.property("id", "address-forbidden");
    }
    expect(stage.dialled).to.have.length(hosts.length);
    expect([...new Set(stage.dialled.map(({ address }) => address))]).to.deep.equal([PUBLIC]);
  });

  it("are not dialled when a name server names them, alone or among others, directly or after a redirect", async () => {
    const port = await serve((_, response) => {
      response.writeHead(302, { location: "http://evil.example/" }).end();
    });
    for (const answer of [...ANSWERS, ...MIXED]) {
      const stage = createStage({
        ports: { 80: port },
        names: (host) => (host === "evil.example" ? answer : [PUBLIC]),
      });
      for (const url of ["http://evil.example/", "https://evil.example/", "http://news.example/"]) {
        const result = await stage.get(url);
        expect(failureOf(result), answer.join(" ")).to.include({ id: "address-forbidden", host: "evil.example" });
      }
      expect(stage.dialled.map(({ address }) => address)).to.deep.equal([PUBLIC]);
    }
  });

  it("cannot be slipped in by a second answer: a name is looked up once for each connection", async () => {
    const port = await serve((_, response) => {
      response.end("public");
    });
    let asked = 0;
    const stage = createStage({
      ports: { 80: port },
      names: () => {
        asked += 1;
        return asked % 2 === 1 ? [PUBLIC] : ["127.0.0.1"];
      },
    });
    expect(textOf(await stage.get("http://rebind.example/"))).to.equal("public");
    expect(asked).to.equal(1);
    expect(failureOf(await stage.get("http://rebind.example/"))).to.have.property("id", "address-forbidden");
    expect(asked).to.equal(2);
    expect(stage.dialled.map(({ address }) => address)).to.deep.equal([PUBLIC]);
  });

  it("are not reached by way of robots.txt either", async () => {
    const port = await serve((_, response) => {
      response.writeHead(302, { location: "http://169.254.169.254/latest/" }).end();
    });
    const stage = createStage({ ports: { 80: port } });
    const result = await stage.get("http://news.example/a", { robots: "obey" });
    expect(failureOf(result)).to.have.property("id", "address-forbidden");
    expect(stage.dialled).to.have.length(1);
  });

  it("are refused whatever the address, if its range is no public one", async () => {
    const stage = createStage({});
    const ranges = words({
      v4: `
      0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.168.0.0/16 198.18.0.0/15 224.0.0.0/4 240.0.0.0/4
    `,
      v6: `
      ::/96 ::ffff:0:0/96 64:ff9b::/96 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8
    `,
    });
    const inRange = fc
      .tuple(fc.constantFrom(...ranges), fc.uint8Array({ minLength: 16, maxLength: 16 }))
      .map(([range, bytes]) => within(range, bytes));
    const anyAddress = fc.oneof(inRange, fc.ipV4(), fc.ipV4Extended(), fc.ipV6());
    await fc.assert(
      fc.asyncProperty(anyAddress, async (text) => {
        const address = ipaddr.parse(text);
        fc.pre(address.range() !== "unicast");
        const result = await stage.get(`http://${address.kind() === "ipv6" ? `[${text}]` : text}/`);
        expect(failureOf(result)).to.have.property("id", "address-forbidden");
      }),
      { numRuns: 500 },
    );
    expect(stage.dialled).to.deep.equal([]);
  });
});

describe("hosts that may be reached", () => {
  afterEach(clearStage);

  it("are public ones, by name and by address, the name kept for the server", async () => {
    const asked: (string | undefined)[] = [];
    const port = await serve((request, response) => {
      asked.push(request.headers.host);
      response.end("page");
    });
    const stage = createStage({ ports: { 80: port, 8080: port }, names: () => [PUBLIC_6, PUBLIC] });
    for (const host of ["news.example", "NEWS.example.", `${PUBLIC}:8080`, `[${PUBLIC_6}]`, "bücher.example"]) {
      expect(textOf(await stage.get(`http://${host}/`)), host).to.equal("page");
    }
    expect(asked).to.deep.equal([
      "news.example",
      "news.example",
      `${PUBLIC}:8080`,
      `[${PUBLIC_6}]`,
      "xn--bcher-kva.example",
    ]);
  });

  it("are tried one address after the other", async () => {
    const port = await serve((_, response) => {
      response.end("page");
    });
    const stage = createStage({ ports: { 80: port }, names: () => [DEAD, PUBLIC], limits: { connectMs: 600 } });
    expect(textOf(await stage.get("http://news.example/"))).to.equal("page");
    expect(stage.dialled.map(({ address }) => address)).to.deep.equal([DEAD, PUBLIC]);
  });

  it("are those that the operator names, with their port, spelled in any way", async () => {
    const port = await serve((_, response) => {
      response.end("page");
    });
    const stage = createStage({
      allowedHosts: [`127.0.0.1:${port}`, `LocalHost.:${port}`],
      names: () => ["127.0.0.1"],
    });
    for (const host of ["127.0.0.1", "0x7f.1", "localhost", "localhost."]) {
      expect(textOf(await stage.get(`http://${host}:${port}/`)), host).to.equal("page");
    }
    expect(failureOf(await stage.get("http://127.0.0.1/"))).to.have.property("id", "address-forbidden");
    expect(failureOf(await stage.get(`http://127.0.0.1:${port + 1}/`))).to.include({
      id: "address-invalid",
      why: "port",
    });
    expect(failureOf(await stage.get(`http://127.0.0.2:${port}/`))).to.include({ id: "address-invalid", why: "port" });
  });

  it("are opened on the usual ports where no port is named, and by nothing that is no host", async () => {
    const stage = createStage({
      allowedHosts: ["intranet", "*", "", "127.0.0.0/8", "http://10.0.0.1", "user@10.0.0.1", ".", "[::1"],
      names: () => [DEAD],
      limits: { connectMs: 100 },
    });
    expect(failureOf(await stage.get("http://intranet/"))).to.include({ id: "timed-out", stage: "connect" });
    expect(failureOf(await stage.get("http://intranet:3000/"))).to.include({ id: "address-invalid", why: "port" });
    for (const host of ["127.0.0.1", "10.0.0.1", "[::1]", "localhost"]) {
      expect(failureOf(await stage.get(`http://${host}/`)), host).to.have.property("id", "address-forbidden");
    }
  });
});

/** The address whose bits are the range's, then those of `bytes`. */
function within(range: string, bytes: Uint8Array): string {
  const [network, length] = ipaddr.parseCIDR(range);
  const mixed = network.toByteArray().map((byte, index) => {
    const fixed = Math.min(8, Math.max(0, length - index * 8));
    const mask = (0xff << (8 - fixed)) & 0xff;
    return (byte & mask) | ((bytes[index] ?? 0) & ~mask & 0xff);
  });
  return ipaddr.fromByteArray(mixed).toString();
}

/** All words of some lists. The keys say what they are. */
function words(lists: Readonly<Record<string, string>>): readonly string[] {
  return Object.values(lists).flatMap((list) => list.trim().split(/\s+/u));
}
