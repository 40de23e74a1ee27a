import { expect } from "chai";
import { chooseLanguage, detectLanguage } from "../../src/intake/language.ts";

/** Made up for this test; a lead and a headline each. */
const texts: Readonly<Record<string, readonly [string, string]>> = {
  en: [
    "The harbour was closed on Monday after a storm tore two cranes from their foundations. Officials said nobody was hurt.",
    "The ink works reopened its gates this morning",
  ],
  de: [
    "Der Hafen wurde am Montag geschlossen, nachdem ein Sturm zwei Kräne umgeworfen hatte. Verletzt wurde niemand.",
    "Tintenfabrik öffnet ihre Tore wieder",
  ],
  fr: [
    "Le port a été fermé lundi après qu'une tempête a renversé deux grues. Selon la police, personne n'a été blessé.",
    "L'usine d'encre a rouvert ses portes ce matin",
  ],
  es: [
    "El puerto fue cerrado el lunes después de que una tormenta derribara dos grúas. Según la policía, nadie resultó herido.",
    "La fábrica de tinta reabrió sus puertas esta mañana",
  ],
  it: [
    "Il porto è stato chiuso lunedì dopo che una tempesta ha abbattuto due gru. Secondo la polizia nessuno è rimasto ferito.",
    "La fabbrica d'inchiostro ha riaperto i cancelli questa mattina",
  ],
  sq: [
    "Porti u mbyll të hënën pasi një stuhi rrëzoi dy vinça. Sipas policisë, askush nuk u lëndua.",
    "Fabrika e bojës i hapi sërish dyert këtë mëngjes",
  ],
  fa: [
    "بندر روز دوشنبه پس از آن که توفان دو جرثقیل را واژگون کرد بسته شد. به گفته پلیس کسی آسیب ندید.",
    "کارخانه جوهر امروز صبح دوباره باز شد",
  ],
};

describe("the language of a text", () => {
  for (const [language, [lead, headline]] of Object.entries(texts)) {
    it(`is told of a lead and of a headline: ${language}`, () => {
      expect(detectLanguage(lead)).to.deep.include({ language });
      expect(detectLanguage(lead)?.confidence).to.be.within(0.5, 1);
      expect(detectLanguage(headline)?.language).to.equal(language);
    });
  }

  it("is not told of figures, of a word, nor of nothing", () => {
    for (const text of ["", "12345 67890 12345 67890 12345", "Ok", "constructor"]) {
      expect(detectLanguage(text), text).to.equal(null);
    }
  });

  it("does not take a French text for Albanian, whose words it shares", () => {
    expect(
      detectLanguage("Il ne te le dira pas, et tu ne me le diras pas non plus, si je te le demande.")?.language,
    ).to.equal("fr");
  });

  it("stays as declared, with a doubt where the text surely is in another", () => {
    const [english = ""] = texts["en"] ?? [];
    expect(chooseLanguage("en-GB", english)).to.deep.equal({ language: "en-GB", doubt: null });
    expect(chooseLanguage("sq", english)).to.deep.equal({
      language: "sq",
      doubt: { id: "language-differs", declared: "sq", detected: "en" },
    });
    expect(chooseLanguage("sq", "Port closed").doubt).to.equal(null);
  });

  it("stays as declared without a doubt where the detector does not know the language, or cannot part it from another", () => {
    const slovene =
      "Pristanišče so v ponedeljek zaprli, potem ko je neurje podrlo dva žerjava. Nihče ni bil poškodovan.";
    expect(chooseLanguage("sl", slovene)).to.deep.equal({ language: "sl", doubt: null });
    const norwegian =
      "Havnen ble stengt mandag etter at en storm veltet to kraner. Ingen ble skadet, sier politiet i byen.";
    expect(chooseLanguage("nb", norwegian)).to.deep.equal({ language: "nb", doubt: null });
  });

  it("is said to be assumed where nobody declared it, and said to be unknown where nothing tells it", () => {
    const [german = ""] = texts["de"] ?? [];
    expect(chooseLanguage(null, german)).to.deep.equal({
      language: "de",
      doubt: { id: "value-assumed", value: "de" },
    });
    expect(chooseLanguage(null, "Ok.")).to.deep.equal({
      language: "en",
      doubt: { id: "language-unknown", assumed: "en" },
    });
  });
});
