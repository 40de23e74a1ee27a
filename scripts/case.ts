/**
 * Makes a case of a saved page: `npm run case -- NAME page.html [address]`. Writes the page and what is read from it now to
 * `test/intake/cases/NAME`; put right by hand what was read wrongly, and the test holds the reader to it.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readArticle } from "../src/intake/page/read-article.ts";
import { asCase, caseDay, casesFolder } from "../test/intake/page/case-folder.ts";

const [name = "", page = "", url = null] = process.argv.slice(2);
if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name) || page === "") {
  throw new Error("expected a name of lower-case letters, digits and hyphens, then the file of a saved page");
}
const html = readFileSync(page, "utf8");
const { article, problems } = asCase(readArticle(html, { name: `${name}.html`, url, given: {}, today: caseDay }));
const folder = join(casesFolder, name);
// An existing case was put right by hand, so it is not written over.
mkdirSync(folder);
writeFileSync(join(folder, "source.html"), html);
if (article !== "") writeFileSync(join(folder, "expected.md"), article);
if (problems.length > 0) writeFileSync(join(folder, "expected-problems.txt"), `${problems.join("\n")}\n`);
if (url !== null) writeFileSync(join(folder, "url.txt"), `${url}\n`);
process.stdout.write(`${folder}: ${article === "" ? "no article" : "expected.md"}; read it and put it right.\n`);
