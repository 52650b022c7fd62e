/** The shop's customers: they register, move house, correct a typing error, and one day ask to be forgotten. */
import { days, hours, type Milliseconds, minutes } from './calendar.ts';
import type { Entity, Journal } from './journal.ts';
import type { Random } from './random.ts';

export interface Customer {
  readonly name: string;
  readonly email: string;
  readonly address: Address;
  readonly since: string | null;
}

export interface Address {
  readonly street: string;
  readonly city: string;
}

export interface CustomerEvents {
  CustomerRegistered: Pick<Customer, 'name' | 'email' | 'address'>;
  AddressChanged: { readonly address: Address };
  EmailCorrected: { readonly email: string };
  /** Sent by the survey tool since spring 2026. No reducer handles it yet. */
  SurveyAnswered: { readonly stars: number };
  CustomerForgotten: { readonly request: string };
}

export interface KnownCustomer extends CustomerOf {
  readonly entity: Entity<CustomerEvents>;
}

interface CustomerOf {
  readonly name: string;
  readonly actor: string;
}

const FIRST = [
  'Anna',
  'Bjørn',
  'Clara',
  'David',
  'Elin',
  'Frode',
  'Greta',
  'Håkon',
  'Ida',
  'Jakob',
  'Kari',
  'Lars',
  'Maja',
  'Nils',
  'Oda',
  'Per',
];
const LAST = [
  'Aas',
  'Bakke',
  'Dahlen',
  'Eide',
  'Foss',
  'Grønn',
  'Holm',
  'Iversen',
  'Krogh',
  'Lunde',
  'Moen',
  'Nordby',
  'Olsen',
  'Ruud',
  'Sand',
  'Vik',
];
const STREETS = [
  'Strandgata',
  'Skolegata',
  'Elvegata',
  'Parkveien',
  'Havnegata',
  'Møllebakken',
  'Fjellveien',
  'Kirkegata',
];
const CITIES = ['Halden', 'Sarpsborg', 'Fredrikstad', 'Moss', 'Oslo', 'Strömstad'];

export function registerCustomer(
  journal: Journal,
  random: Random,
  id: string,
  time: Milliseconds,
): KnownCustomer {
  const entity = journal.entity<CustomerEvents>('customer', id);
  const name = `${random.pick(FIRST)} ${random.pick(LAST)}`;
  const actor = `customer:${id}`;
  const email = `${name.toLowerCase().replace(' ', '.')}@example.com`;
  const mistyped = random.chance(0.15);
  const written = mistyped ? email.replace('example', 'exmaple') : email;
  entity.says(
    'CustomerRegistered',
    { name, email: written, address: addressOf(random) },
    { at: time, by: actor },
  );
  if (mistyped)
    entity.says(
      'EmailCorrected',
      { email },
      { at: time + hours(random.whole(1, 60)), by: 'staff:sofia.nyman' },
    );
  tellLaterLife(entity, random, time, actor);
  return { entity, name, actor };
}

function tellLaterLife(
  entity: Entity<CustomerEvents>,
  random: Random,
  time: Milliseconds,
  actor: string,
): void {
  if (random.chance(0.25)) {
    // People tell a shop about their move weeks after they moved.
    const moved = time + days(random.whole(20, 300));
    const recordedAfter = days(random.whole(1, 30)) + minutes(random.whole(0, 600));
    entity.says('AddressChanged', { address: addressOf(random) }, { at: moved, by: actor, recordedAfter });
  }
  if (random.chance(0.2)) {
    entity.says(
      'SurveyAnswered',
      { stars: random.whole(2, 5) },
      { at: time + days(random.whole(200, 500)), by: 'survey-tool' },
    );
  }
  if (random.chance(0.03)) {
    const told = { at: time + days(random.whole(350, 450)), by: 'staff:jonas.berg', removed: true };
    entity.says('CustomerForgotten', { request: `privacy-${entity.id}` }, told);
  }
}

function addressOf(random: Random): Address {
  return { street: `${random.pick(STREETS)} ${random.whole(1, 80)}`, city: random.pick(CITIES) };
}
