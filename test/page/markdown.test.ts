import { expect } from "chai";
import * as fc from "fast-check";
import { parseMarkdown, parseTitle } from "../../src/sandbox/page/markdown/parse.ts";
import type { MarkdownNode } from "../../src/sandbox/page/markdown/tree.ts";

/** The tree in one line: `strong(a)`, with everything unmarked as it is. */
function outline(nodes: readonly MarkdownNode[]): string {
  return nodes.map(outlineOf).join("");
}

function outlineOf(node: MarkdownNode): string {
  switch (node.type) {
    case "text":
      return node.text;
    case "list":
      return `list${node.start ?? ""}(${node.items.map(outline).join("|")})`;
    case "heading":
      return `h${node.level}(${outline(node.children)})`;
    case "code":
      return `code(${node.text})`;
    case "code-block":
      return `block[${node.language ?? ""}](${node.text})`;
    case "link":
      return `link[${node.url}](${outline(node.children)})`;
    case "user":
    case "role":
    case "channel":
      return `${node.type}(${node.id})`;
    case "everyone":
    case "command":
    case "emoji":
      return `${node.type}(${node.name})`;
    case "timestamp":
      return `time(${node.seconds},${node.style})`;
    case "strong":
    case "emphasis":
    case "underline":
    case "strike":
    case "spoiler":
    case "subtext":
    case "quote":
    default:
      return `${node.type}(${outline(node.children)})`;
  }
}

/** All that can be read on the page, without marks. */
function wordsOf(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if ("children" in node) {
        return wordsOf(node.children);
      }
      if (node.type === "list") {
        return node.items.map(wordsOf).join("");
      }
      return "text" in node ? `${"language" in node ? (node.language ?? "") : ""}${node.text}` : "";
    })
    .join("");
}

type Case = readonly [source: string, shown: string];

const tables: Readonly<Record<string, readonly Case[]>> = {
  "words set off": [
    ["**bold**", "strong(bold)"],
    ["*it* _it_", "emphasis(it) emphasis(it)"],
    ["__under__", "underline(under)"],
    ["~~gone~~", "strike(gone)"],
    ["||secret||", "spoiler(secret)"],
    ["***both***", "emphasis(strong(both))"],
    ["___both___", "emphasis(underline(both))"],
    ["__**~~all~~**__", "underline(strong(strike(all)))"],
    ["**over\ntwo lines**", "strong(over\ntwo lines)"],
    ["**not closed", "**not closed"],
    ["2 * 3 * 4", "2 * 3 * 4"],
    ["snake_case_name", "snake_case_name"],
    ["*a **b** c*", "emphasis(a strong(b) c)"],
    ["¹ ² ³ stay", "¹ ² ³ stay"],
  ],
  escapes: [
    [String.raw`\*no\*`, "*no*"],
    [String.raw`\**half**`, "**half**"],
    [String.raw`\_\_no\_\_`, "__no__"],
    [String.raw`\# no`, "# no"],
    [String.raw`\> no`, "> no"],
    [String.raw`\- no`, "- no"],
    [String.raw`\-# no`, "-# no"],
    [String.raw`\[no](https://a.example)`, "[no](link[https://a.example/](https://a.example))"],
    [String.raw`\<@12>`, "<@12>"],
    [String.raw`\@everyone`, "@everyone"],
    [String.raw`a\b`, String.raw`a\b`],
    [String.raw`\\*it*`, String.raw`\emphasis(it)`],
  ],
  code: [
    ["`a *b*`", "code(a *b*)"],
    ["``a ` b``", "code(a ` b)"],
    ["`open", "`open"],
    ["```js\nlet a;\n```", "block[js](let a;)"],
    ["```js```", "block[](js)"],
    ["```\n**x**\n```after", "block[](**x**)after"],
    ["``````", "``````"],
  ],
  links: [
    ["[a](https://a.example/b)", "link[https://a.example/b](a)"],
    ["[**a** b](https://a.example)", "link[https://a.example/](strong(a) b)"],
    ['[a](<https://a.example> "title")', "link[https://a.example/](a)"],
    ["[a](https://a.example/x_(y))", "link[https://a.example/x_(y)](a)"],
    [String.raw`[a](https://a.example/x\)y)`, "link[https://a.example/x)y](a)"],
    ["[a [b] c](https://a.example)", "link[https://a.example/](a [b] c)"],
    ["[a](javascript:alert(1))", "[a](javascript:alert(1))"],
    ["[a](data:text/html,x)", "[a](data:text/html,x)"],
    ["[a](/relative)", "[a](/relative)"],
    ["[ ](https://a.example)", "[ ](link[https://a.example/](https://a.example))"],
    [
      "[https://good.example](https://evil.example)",
      "[https://good.example](link[https://evil.example/](https://evil.example))",
    ],
    ["see https://a.example/b_c_d.", "see link[https://a.example/b_c_d](https://a.example/b_c_d)."],
    ["(https://a.example/x)", "(link[https://a.example/x](https://a.example/x))"],
    ["https://a.example/x_(y)", "link[https://a.example/x_(y)](https://a.example/x_(y))"],
    ["<https://a.example>", "link[https://a.example/](https://a.example)"],
    ["<javascript:alert(1)>", "<javascript:alert(1)>"],
    ["https://", "https://"],
    ["http", "http"],
  ],
  blocks: [
    ["# One", "h1(One)"],
    ["## Two ##\nrest", "h2(Two)rest"],
    ["### **Three**", "h3(strong(Three))"],
    ["#### no", "#### no"],
    ["#no", "#no"],
    ["a # no", "a # no"],
    ["-# small\nrest", "subtext(small)rest"],
    ["a -# no", "a -# no"],
    ["> a\n> b\nc", "quote(a\nb)c"],
    [">no", ">no"],
    [">>> a\nb\n# c", "quote(a\nb\nh1(c))"],
    ["> > once", "quote(> once)"],
    ["> # in", "quote(h1(in))"],
    ["- a\n- b\nc", "list(a|b)c"],
    ["* a", "list(a)"],
    ["- a\n  - b\n- c", "list(alist(b)|c)"],
    ["3. a\n4. b", "list3(a|b)"],
    ["- a\n1. b", "list(a)list1(b)"],
    ["- a\n  more\n- b", "list(a\nmore|b)"],
    ["-no", "-no"],
    ["- ", "- "],
    ["**# no**", "strong(# no)"],
  ],
  references: [
    ["<@12> <@!34>", "user(12) user(34)"],
    ["<@&56> <#78>", "role(56) channel(78)"],
    ["@everyone @here", "everyone(everyone) everyone(here)"],
    ["<t:1662800000:R>", "time(1662800000,R)"],
    ["<t:1662800000>", "time(1662800000,f)"],
    ["<t:9999999999999>", "<t:9999999999999>"],
    ["<t:x>", "<t:x>"],
    ["<:name:123> <a:name:123>", "emoji(name) emoji(name)"],
    ["</ask:123>", "command(ask)"],
    ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
    ["`<@12>`", "code(<@12>)"],
  ],
};

describe("Discord Markdown on the page", () => {
  for (const [name, cases] of Object.entries(tables)) {
    describe(name, () => {
      for (const [source, shown] of cases) {
        it(JSON.stringify(source), () => {
          expect(outline(parseMarkdown(source))).to.equal(shown);
        });
      }
    });
  }

  it("reads an embed's title as one line without blocks or links", () => {
    expect(outline(parseTitle("# **A** [b](https://a.example)"))).to.equal("# strong(A) [b](https://a.example)");
  });

  it("loses no word and says none twice, whatever marks stand around it", () => {
    const marks = ["*", "_", "`", "~~", "||", "[", "](", ")", "<", ">", "\\", "\n", "- ", "> ", "# ", " ", "a"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...marks), { maxLength: 60 }), (pieces) => {
        const source = pieces.join("");
        expect(wordsOf(parseMarkdown(source)).replaceAll(/[^a]/g, "")).to.equal(source.replaceAll(/[^a]/g, ""));
      }),
      { numRuns: 500 },
    );
  });

  it("makes links only of http and https, whatever comes", () => {
    const urls = (nodes: readonly MarkdownNode[]): readonly string[] =>
      nodes.flatMap((node) => {
        const here = node.type === "link" ? [node.url] : [];
        const inside = node.type === "list" ? node.items.flat() : "children" in node ? node.children : [];
        return [...here, ...urls(inside)];
      });
    const source = fc.array(
      fc.constantFrom(
        "[",
        "](",
        ")",
        "<",
        ">",
        "javascript:",
        "data:",
        "https://a.example",
        " ",
        "a",
        "\\",
        "# ",
        "\n",
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(source, (pieces) => {
        for (const url of urls(parseMarkdown(pieces.join("")))) {
          expect(new URL(url).protocol).to.match(/^https?:$/);
        }
      }),
    );
  });

  it("reads the longest hostile messages without hanging or overflowing the stack", () => {
    for (const piece of ["*", "_", "`", "[", "||a", "> ", "**a ", "- a\n", "[a](", "<t:", "*a **b ", "  - a\n"]) {
      const source = piece.repeat(Math.floor(6_000 / piece.length));
      expect(parseMarkdown(source)).to.be.an("array").that.is.not.empty;
    }
  });
});
