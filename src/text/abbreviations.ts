const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Never end a sentence, written with a capital: titles and ranks. In lower case many are words ("gen", "rep", "hon"). */
export const TITLES = words(
  "Mr Mrs Ms Mx Dr Drs Prof Gen Lt Col Cpl Sgt Capt Cpt Maj Cmdr Cdr Adm Brig Pvt Sen Sens Rep Reps Gov Govs Rev Hon Fr " +
    "Pres Amb Det Insp Supt Msgr Mgr Messrs " +
    "Hr Dipl Ing Sr Sra Srta Dña Excmo Sig Sigg Dott Avv Geom Mlle Mme MM Znj Zj",
);

/** Never end a sentence, in any case. */
export const INNER = words(
  "dr mr mrs ms prof dott feat vs v cf viz ca approx esp incl al resp bzw vgl inkl ggf evtl sog zzgl bspw ibid ie eg pág núm kps lic",
);

/** Do not end a sentence when a number follows: "No. 3", "Sept. 8", "Art. 5". */
export const BEFORE_NUMBER = words(
  "no nos nr n° núm num n p pp pg vol vols fig figs ch chap art arts sec sect para paras abs kap bd s ss tel ext rs op " +
    "ver rev reg cl ca approx pag págs faq neni " +
    "jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc ene abr ago dic gen gjen mag giu lug set ott",
);

/** Days of the week, which a date may follow: "Fri. Sept. 9". */
export const WEEKDAYS = words("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun");

/** May end a sentence or not: the next word decides. */
export const EITHER = words(
  "St Ste Mt Ft Inc Corp Ltd Co Cos Bros Jr Llc Plc Ave Blvd Rd Sq Dept Univ Assn Intl Natl Gmbh Cie Ph.D Ph " +
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn " +
    "Tenn Tex Va Vt Wash Wis Wyo Ont Que",
);

/** Words that begin a sentence, capitalised, rather than continue a name. */
export const STARTERS = words(
  "The A An This That These Those There Here He She It They We I You His Her Its Their Our My Your " +
    "In On At By For From With Without After Before During Since When While Although Though However But And Or So If As " +
    "Because Until Under Over Despite Among Between Both Some Many Most Several All No Not Nor Now Then Also Even Just Only " +
    "What Why Who How Where Which Meanwhile Earlier Later Last Next According Another Other Others One Two Yet Still " +
    "Instead Thus Hence Therefore Moreover Finally Indeed Similarly Such Each Every Once Today Yesterday " +
    "Der Die Das Ein Eine Er Sie Es Wir Im Le Les Il Elle Ils Une Un Ce Cette El Los Las Una Lo Gli Ai Ajo Ky Kjo Në Ata",
);

/** What may follow "a.m." in the same sentence. */
export const AFTER_TIME =
  /^(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)(?:day)?\b|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|^(?:Eastern|Central|Pacific|Mountain|Greenwich)\b|^\p{Lu}\p{L}+ time\b|^(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|IST)\b/u;

/** Months as they follow a German, Nordic or Baltic ordinal ("8. September"), and the word for century. */
export const AFTER_ORDINAL =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Jahrestag|Bundes)/u;
