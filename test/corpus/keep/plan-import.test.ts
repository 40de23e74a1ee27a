import { expect } from "chai";
import { canonicalUrl } from "../../../src/corpus/keep/canonical-url.ts";
import { planImport } from "../../../src/corpus/keep/plan-import.ts";
import type { Article } from "../../../src/domain/article.ts";
import type { PlannedArticle } from "../../../src/domain/intake.ts";
import { article } from "../../fixtures/articles.ts";

const none = () => null;

function plan(drafts: readonly Article[], existing: readonly Article[] = []): readonly PlannedArticle[] {
  return planImport(
    drafts.map((draft) => ({ draft: { article: draft, leftOut: [] }, from: "page.html" })),
    existing,
    none,
  );
}

function told(planned: readonly PlannedArticle[]): readonly string[] {
  return planned.map(({ draft, outcome }) => `${draft.article.id} ${outcome.type}`);
}

describe("canonicalUrl", () => {
  it("is the same for every way to write the address of a page", () => {
    const same = [
      "https://www.news.example/a/b/?id=7&lang=en",
      "http://news.example/a/b?lang=en&id=7",
      "https://news.example:443/a/b/?utm_source=x&id=7&lang=en&fbclid=1#top",
      "HTTPS://NEWS.example:80/a/b?id=7&lang=en&UTM_Medium=mail",
      "https://news.example./a/b?id=7&lang=en",
    ];
    expect(new Set(same.map(canonicalUrl))).to.have.lengthOf(1);
  });

  it("differs where the page may", () => {
    const different = [
      "https://news.example/a",
      "https://news.example/A",
      "https://news.example/a?id=1",
      "https://news.example/a?id=2",
      "https://news.example/a?id=1&id=2",
      "https://news.example:8443/a",
      "https://m.news.example/a",
      "https://news.example/",
      "https://www.example/a",
      "https://example/a",
    ];
    expect(new Set(different.map(canonicalUrl))).to.have.lengthOf(different.length);
  });
});

describe("planImport", () => {
  const flood = article({ id: "flood", body: "It rained.\n\nIt stopped.", url: "https://news.example/flood" });

  it("knows an article by its address, and says what is new in it by field and paragraph", () => {
    const draft = article({
      id: "other-id",
      title: "Flood, updated",
      body: "It rained.\n\nIt stopped at noon.",
      url: "http://www.news.example/flood/?utm_source=feed#x",
    });
    const [planned] = plan([draft], [flood]);
    expect(planned?.draft.article).to.deep.include({ id: "flood", title: "Flood, updated", url: flood.url });
    expect(planned?.outcome).to.deep.equal({
      type: "changed",
      existing: flood,
      fields: ["title", "body"],
      body: [
        { type: "same", text: "It rained." },
        { type: "removed", text: "It stopped." },
        { type: "added", text: "It stopped at noon." },
      ],
    });
  });

  it("finds nothing changed where only the address is written otherwise", () => {
    expect(told(plan([{ ...flood, id: "x", url: `${flood.url ?? ""}?fbclid=2` }], [flood]))).to.deep.equal([
      "flood unchanged",
    ]);
  });

  it("keeps what a maintainer knows and the page does not say", () => {
    const kept = {
      agency: "AP",
      note: "Title unverified.",
      published: "2021-05-10",
      authors: ["L. Jenkins"],
      reprintOf: "origin",
    };
    const existing = { ...flood, ...kept, kind: "brief" as const };
    const bare = { agency: null, note: null, published: null, authors: [], reprintOf: null };
    const [same, other] = [
      plan([{ ...flood, ...bare, kind: "original" }], [existing]),
      plan([{ ...flood, ...bare, kind: "original", body: "All new." }], [existing]),
    ];
    expect(told(same)).to.deep.equal(["flood unchanged"]);
    expect(other[0]?.draft.article).to.deep.include({ ...kept, kind: "original", body: "All new." });
    const told2 = plan([{ ...flood, ...bare, agency: "AFP" }], [existing]);
    expect(told2[0]?.draft.article.agency).to.equal("AFP");
  });

  it("knows an article without an address by its name and text", () => {
    const bare = { ...flood, url: null };
    expect(told(plan([bare], [bare]))).to.deep.equal(["flood unchanged"]);
    expect(told(plan([{ ...bare, id: "flood" }], [{ ...bare, id: "flood-2" }]))).to.deep.equal(["flood-2 unchanged"]);
    const [found] = plan([flood], [bare]);
    expect(found?.outcome).to.deep.include({ type: "changed", fields: ["url"] });
    expect(told(plan([{ ...bare, body: "Something else." }], [bare]))).to.deep.equal(["flood-2 new"]);
  });

  it("takes the same words at two addresses for two publications, the later a reprint", () => {
    const [planned] = plan([{ ...flood, url: "https://other.example/flood" }], [flood]);
    expect(planned?.outcome).to.deep.equal({ type: "reprint", of: flood, similarity: 1 });
    expect(planned?.draft.article).to.deep.include({ id: "flood-2", reprintOf: "flood" });
  });

  it("links a reprint to where its origin comes from", () => {
    const copy = { ...flood, id: "copy", reprintOf: "origin" };
    const draft = article({ id: "new", body: "It rained a lot." });
    const at = (similarity: number) =>
      planImport([{ draft: { article: draft, leftOut: [] }, from: "-" }], [copy], () => ({
        article: copy,
        similarity,
      }));
    expect(at(0.93)[0]?.draft.article.reprintOf).to.equal("origin");
    expect(at(0.93)[0]?.outcome).to.deep.equal({ type: "reprint", of: copy, similarity: 0.93 });
  });

  it("counts the earlier articles of one import as there", () => {
    const second = { ...flood, id: "again", title: "Flood, updated" };
    const planned = plan([flood, flood, second, article({ id: "flood", body: "Another flood.", url: null })]);
    expect(told(planned)).to.deep.equal(["flood new", "flood unchanged", "flood changed", "flood-2 new"]);
  });

  it("gives a thousand namesakes ids of their own, quickly", () => {
    const drafts = Array.from({ length: 5000 }, (_, index) =>
      article({ id: "a".repeat(59), body: `Text ${index}.`, url: null }),
    );
    expect(new Set(plan(drafts).map(({ draft }) => draft.article.id))).to.have.lengthOf(5000);
  });
});
