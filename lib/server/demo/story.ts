/**
 * The story of Halden Supply, an online shop for people who build things, from January 2025 to June 2026.
 *
 * Law: it is the same, byte for byte, each time it is told.
 */
import type { NewEvent } from '#core';
import { at, days, every, hours, minutes } from './calendar.ts';
import { type KnownCustomer, registerCustomer } from './customers.ts';
import { tellIncident } from './incident.ts';
import { Journal } from './journal.ts';
import { tellPriceList } from './price-list.ts';
import { tellProducts } from './products.ts';
import { Random } from './random.ts';
import { tellStaff } from './staff.ts';
import { visit } from './visits.ts';

const SEED = 18_970_101;

/** About 5,000 events, in the order in which they were recorded. */
export function demoEvents(): readonly NewEvent[] {
  const random = new Random(SEED);
  const journal = new Journal(random);
  tellStaff(journal, random);
  tellProducts(journal, random);
  tellPriceList(journal);
  const delivered = tellVisits(journal, random);
  const [first, second, third] = delivered;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('Nobody bought anything.');
  tellIncident(journal, [first, second, third]);
  return journal.events();
}

/** Answers orders of the weeks before the incident that were delivered. */
function tellVisits(journal: Journal, random: Random): readonly string[] {
  const customers: KnownCustomer[] = [];
  const delivered: string[] = [];
  let number = 1_000;
  for (const day of every(days(1))) {
    for (let visits = visitsOn(random, day); visits > 0; visits -= 1) {
      number += 1;
      const time = day + hours(random.whole(6, 21)) + minutes(random.whole(0, 59));
      if (customers.length === 0 || random.chance(0.3)) {
        customers.push(registerCustomer(journal, random, `C-${number}`, time - minutes(6)));
      }
      const order = visit(journal, random, number, random.pick(customers), time);
      if (order !== null && day > at('2026-02-01') && day < at('2026-02-20')) delivered.push(order.entity.id);
    }
  }
  return delivered;
}

/** Few in the first weeks, more in the building season, most before Christmas. */
function visitsOn(random: Random, day: number): number {
  const month = new Date(day).getUTCMonth();
  const season = [0.5, 0.5, 0.7, 0.9, 1, 0.9, 0.7, 0.8, 0.9, 0.9, 1.1, 1.2][month] ?? 1;
  return random.chance(season * 0.42) ? random.whole(1, 2) : 0;
}
