import { FITTED } from "./fitted.ts";
import { type Lexicon, type Rank, capitalised, createLexicon } from "./lexicon.ts";
import { type Random, below, createRandom, pick } from "./random.ts";
import { type ContentWord, type SentenceWriter, createSentenceWriter, logNormal } from "./sentence.ts";

/** An article as the corpus file holds it, one a line. */
export interface GeneratedArticle {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** ISO 8601 date. */
  readonly published: string;
  /** Paragraphs parted by a blank line, sentences within them by a space. */
  readonly text: string;
  readonly sentences: number;
}

/** What several articles are about: words they share, and the names of those concerned, first and last. */
interface Story {
  readonly words: readonly [Rank, ...Rank[]];
  readonly people: readonly [Person, ...Person[]];
  /** How many more articles there will be about it. */
  left: number;
}

interface Person {
  readonly first: string;
  readonly last: string;
}

/** How many stories are in the news at one time. */
const STORIES_AT_ONCE = 12;
const MOST_ARTICLES_OF_STORY = 9;
const PUBLISHERS = 40;
const FIRST_DAY = Date.UTC(2015, 0, 1);
const DAY = 86_400_000;
const ARTICLES_A_DAY = 12;

/** Articles without end, the same for the same seed. */
export function* generateArticles(seed: number): Generator<GeneratedArticle, never> {
  const lexicon = createLexicon();
  const write = createSentenceWriter();
  const newsroom = createRandom(seed, 1);
  const stories: [Story, ...Story[]] = [newStory(newsroom, lexicon)];
  while (stories.length < STORIES_AT_ONCE) stories.push(newStory(newsroom, lexicon));
  for (let number = 0; ; number += 1) {
    const place = below(newsroom, stories.length);
    const story = stories[place] ?? stories[0];
    story.left -= 1;
    if (story.left <= 0) stories[place] = newStory(newsroom, lexicon);
    // Each article has a stream of its own.
    yield writeArticle(createRandom(seed, number + 2), number, story, lexicon, write);
  }
}

function newStory(random: Random, lexicon: Lexicon): Story {
  const word = (): Rank => lexicon.draw(random);
  const person = (): Person => ({ first: nameOf(random, lexicon), last: nameOf(random, lexicon) });
  return {
    words: [word(), ...Array.from({ length: 25 }, word)],
    people: [person(), ...Array.from({ length: 2 + below(random, 5) }, person)],
    left: 1 + below(random, MOST_ARTICLES_OF_STORY),
  };
}

function nameOf(random: Random, lexicon: Lexicon): string {
  const rank = random() < 0.5 ? lexicon.draw(random) : lexicon.drawRare(random);
  return capitalised(lexicon.spell(random, rank));
}

function writeArticle(
  random: Random,
  number: number,
  story: Story,
  lexicon: Lexicon,
  write: SentenceWriter,
): GeneratedArticle {
  const used: [Rank, ...Rank[]] = [lexicon.draw(random)];
  const named = new Set<Person>();
  const waiting: ContentWord[] = [];
  const nextContent = (): ContentWord => {
    const second = waiting.pop();
    if (second !== undefined) return second;
    const chance = random();
    if (chance < FITTED.storyWords / 2) {
      const person = pick(random, story.people);
      const last = { text: person.last, name: true };
      // In full when first named, then by the last name alone.
      if (named.has(person)) return last;
      named.add(person);
      waiting.push(last);
      return { text: person.first, name: true };
    }
    const rank = drawWord(random, chance, story, used, lexicon);
    used.push(rank);
    return { text: lexicon.spell(random, rank), name: lexicon.isName(rank) };
  };

  const sentences = logNormal(random, FITTED.articleLength);
  let text = "";
  let inParagraph = 0;
  for (let written = 0; written < sentences; written += 1) {
    const breaks = inParagraph > 0 && random() < inParagraph * 0.4;
    if (written > 0) text += breaks ? "\n\n" : " ";
    inParagraph = breaks ? 1 : inParagraph + 1;
    text += write(random, nextContent);
  }
  const title = Array.from({ length: 6 + below(random, 5) }, () => nextContent().text).join(" ");
  const publisher = below(random, PUBLISHERS);
  return {
    id: `article-${String(number).padStart(7, "0")}`,
    title: capitalised(title),
    publisher: `Publisher ${publisher}`,
    url: `https://publisher-${publisher}.example/${number}`,
    published: new Date(FIRST_DAY + Math.floor(number / ARTICLES_A_DAY) * DAY).toISOString().slice(0, 10),
    text,
    sentences,
  };
}

/** A word of the story, one the article has used before, or any of the language. */
function drawWord(
  random: Random,
  chance: number,
  story: Story,
  used: readonly [Rank, ...Rank[]],
  lexicon: Lexicon,
): Rank {
  if (chance < FITTED.storyWords) return pick(random, story.words);
  if (chance < FITTED.storyWords + FITTED.recurrence) return pick(random, used);
  return lexicon.draw(random);
}
