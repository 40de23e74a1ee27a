/** Lists of nouns as alternatives of a pattern, plain words in lower case. */
function alternatives(list: string): string {
  return list.trim().split(/,\s*/u).join("|");
}

/** What is a time: "what day", "date of". */
export const TIME_NOUNS = alternatives(`
  date, dates, day, days, time, times, month, months, year, years, hour, week, weekday, century, decade, season,
  period, era, night, morning, minute, moment, timeframe, time frame, time period, time span, deadline, timing,
  anniversary, birthday
`);

/** What is a place: "which city". */
export const PLACE_NOUNS = alternatives(`
  place, places, city, cities, town, towns, country, countries, nation, nations, location, locations, venue,
  village, region, regions, state, states, province, county, district, continent, island, islands, airport,
  port, street, address, river, hotel, stadium, building, headquarters, destination, hometown, birthplace, spot,
  area, areas, part of the world, neighborhood, neighbourhood, station, room, planet, venues, villages,
  provinces, counties, districts, continents, airports, ports, streets, rivers, hotels, stadiums, buildings,
  spots, stations, rooms, planets, neighbourhoods, neighborhoods
`);

/** What has a number for its value: "what price". */
export const QUANTITY_NOUNS = alternatives(`
  number, amount, percentage, percent, proportion, share, rate, cost, costs, price, sum, total, toll, death
  toll, body count, size, height, length, width, weight, age, speed, distance, population, temperature, value,
  salary, turnout, score, quantity, fraction, ratio, depth, duration, budget, magnitude, frequency, volume,
  figure, ransom amount
`);

/** What is answered by a reason. */
export const REASON_NOUNS = alternatives(`
  reason, reasons, cause, causes, motive, motives, motivation, rationale, explanation, justification
`);

/** What is aimed at, which reasons tell too. */
export const AIM_NOUNS = alternatives(`
  goal, goals, aim, aims, purpose, objective, objectives, intention, intentions
`);

/** Who can do something: persons, and what acts like one. */
export const SOMEBODY_NOUNS = alternatives(`
  person, people, man, men, woman, women, president, presidents, minister, ministers, ceo, ceos, boss, bosses,
  owner, owners, leader, leaders, group, groups, company, companies, organisation, organisations, organization,
  organizations, agency, agencies, firm, firms, party, parties, team, teams, player, players, official,
  officials, politician, politicians, actor, actors, actress, actresses, singer, singers, band, bands, writer,
  writers, artist, artists, scientist, scientists, judge, judges, lawyer, lawyers, army, armies, government,
  governments, bank, banks, university, universities, gang, gangs, hacker, hackers, attacker, attackers, king,
  kings, queen, queens, author, authors, club, clubs, manufacturer, manufacturers, side, sides, candidate,
  candidates, institution, institutions, manager, managers, driver, drivers, crew, crews, militia, militias,
  union, unions, airline, airlines, retailer, retailers, vendor, vendors, guy, guys, kid, kids
`);
