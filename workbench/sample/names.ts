import type { Random } from "./random.ts";

const starts =
  "Alder Bram Cald Dorn Elv Fen Garth Hal Ister Jar Kel Lorn Mer Nor Orl Pell Quar Ren Sal Tam Ulv Var Wes Yar Zel Brack Cor Dray Farn Gren".split(
    " ",
  );
const ends =
  "ridge well mont ora ix ance field wick ford gate mere stone vale haven brook crest dale port mark holm".split(
    " ",
  );
const trades =
  "Foods Logistics Systems Health Energy Robotics Media Finance Textiles Marine Optics Labs Mobility Chemicals Insurance Networks Retail Steel Software Studios".split(
    " ",
  );
const firstNames =
  "Ada Ben Carla Deniz Elif Femi Greta Hugo Ines Jonas Kavya Liam Mina Noor Oscar Priya Quinn Rosa Samir Tessa Umar Vera Wei Xenia Yusuf Zoe Amara Bruno Chloe Dario".split(
    " ",
  );
const lastNames =
  "Abbott Berger Costa Dahl Eriksen Fontaine Grant Haddad Ivanova Jensen Kowalski Lindqvist Moreau Nakamura Okafor Petrov Quintero Rahman Schmidt Tanaka Ueda Vargas Walsh Xu Yilmaz Zimmer Anand Bianchi Chen Duarte".split(
    " ",
  );

export type Person = { readonly first: string; readonly last: string };

/** The company of a number; no two numbers share a name. */
export function companyName(index: number): string {
  const start = starts[index % starts.length] ?? "";
  const end = ends[(index * 7 + Math.floor(index / starts.length)) % ends.length] ?? "";
  const round = Math.floor(index / (starts.length * ends.length));
  const trade = trades[(index * 3 + round) % trades.length] ?? "";
  const turn = Math.floor(round / trades.length);
  return `${start}${end} ${trade}${turn > 0 ? ` ${turn + 1}` : ""}`;
}

/** Domain of made-up companies: `.example` can never be anybody's. */
export function domainOf(company: string): string {
  return `${company.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.example`;
}

export function personName(random: Random): Person {
  return { first: random.pick(firstNames), last: random.pick(lastNames) };
}

/** The rep of a number; no two of the first 900 share a name. */
export function repName(index: number): Person {
  return {
    first: firstNames[index % firstNames.length] ?? "",
    last: lastNames[(index * 11 + Math.floor(index / firstNames.length)) % lastNames.length] ?? "",
  };
}
