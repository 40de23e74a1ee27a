import { readSync } from "node:fs";
import type { Article } from "../../src/domain/article.ts";
import { ARTICLE_LINE } from "../run/article-line.ts";

/** An article of a JSON Lines file that stays on disk: its line is read when something of it is asked for. */
export class FileArticle implements Article {
  readonly agency = null;
  readonly authors: readonly string[] = [];
  readonly url = null;
  readonly language = "en";
  readonly kind = "original";
  readonly note = null;
  readonly reprintOf = null;
  readonly #file: number;
  readonly #start: number;
  readonly #end: number;
  readonly source: Article["source"];

  /**
   * @param file an open file's descriptor
   * @param start byte at which the line begins, up to (not included) `end`
   */
  constructor(file: number, line: number, start: number, end: number) {
    this.#file = file;
    this.#start = start;
    this.#end = end;
    this.source = { file: "articles.jsonl", bodyLine: line };
  }

  get id(): string {
    return this.#read().id;
  }

  get title(): string {
    return this.#read().title;
  }

  get publisher(): string {
    return this.#read().publisher;
  }

  get published(): string {
    return this.#read().published;
  }

  get body(): string {
    return this.#read().text;
  }

  #read(): ReturnType<typeof ARTICLE_LINE.parse> {
    const bytes = Buffer.alloc(this.#end - this.#start);
    readSync(this.#file, bytes, 0, bytes.length, this.#start);
    return ARTICLE_LINE.parse(JSON.parse(bytes.toString("utf8")));
  }
}
