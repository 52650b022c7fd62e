/** The people of Halden Supply, what each of them may do, and their sign-ins. */
import { at, days, every, hours, type Milliseconds, minutes, STORY_ENDS } from './calendar.ts';
import type { Entity, Journal } from './journal.ts';
import type { Random } from './random.ts';

export interface Staff {
  readonly name: string;
  readonly role: string;
  readonly address: string;
  readonly permissions: {
    readonly refundLimit: number;
    readonly editsPermissions: boolean;
    readonly editsPrices: boolean;
  };
  readonly lastSignIn: string | null;
}

export interface StaffEvents {
  StaffHired: Pick<Staff, 'name' | 'role' | 'address' | 'permissions'>;
  RoleChanged: { readonly role: string };
  /** In euros: refunds above it need a colleague. */
  RefundLimitChanged: { readonly refundLimit: number; readonly reason: string | null };
  PriceEditingGranted: { readonly reason: string };
  StaffSignedIn: { readonly device: string };
  StaffLeft: { readonly lastDay: string };
}

export const staffActor = (id: string): string => `staff:${id}`;

export const staffEntity = (journal: Journal, id: string): Entity<StaffEvents> => journal.entity('staff', id);

export function tellStaff(journal: Journal, random: Random): void {
  for (const person of PEOPLE) tellPerson(journal, random, person);
  staffEntity(journal, 'jonas.berg').says(
    'RoleChanged',
    { role: 'Head of support' },
    { at: at('2025-06-02', '08:30'), by: staffActor('ines.halden') },
  );
  staffEntity(journal, 'sofia.nyman').says(
    'RefundLimitChanged',
    { refundLimit: 200, reason: 'Trial period is over' },
    { at: at('2025-07-01', '09:05'), by: staffActor('jonas.berg') },
  );
  staffEntity(journal, 'marek.dahl').says(
    'PriceEditingGranted',
    { reason: 'Spring price list' },
    { at: at('2026-01-12', '10:20'), by: staffActor('ines.halden') },
  );
}

interface Person {
  readonly id: string;
  readonly hired: string;
  readonly left?: string;
  readonly is: StaffEvents['StaffHired'];
}

const may = (refundLimit: number, editsPermissions = false, editsPrices = false): Staff['permissions'] => ({
  refundLimit,
  editsPermissions,
  editsPrices,
});

const PEOPLE: readonly Person[] = [
  {
    id: 'ines.halden',
    hired: '2025-01-01',
    is: {
      name: 'Ines Halden',
      role: 'Owner',
      address: 'Strandgata 1, Halden',
      permissions: may(50_000, true, true),
    },
  },
  {
    id: 'jonas.berg',
    hired: '2025-01-02',
    is: {
      name: 'Jonas Berg',
      role: 'Support',
      address: 'Skolegata 14, Halden',
      permissions: may(1_000, true),
    },
  },
  {
    id: 'marek.dahl',
    hired: '2025-01-13',
    is: { name: 'Marek Dahl', role: 'Operations', address: 'Elvegata 22, Halden', permissions: may(0, true) },
  },
  {
    id: 'tove.lind',
    hired: '2025-02-03',
    is: { name: 'Tove Lind', role: 'Support', address: 'Tollbugata 9, Halden', permissions: may(200) },
  },
  {
    id: 'sofia.nyman',
    hired: '2025-04-01',
    is: { name: 'Sofia Nyman', role: 'Support', address: 'Parkveien 3, Halden', permissions: may(50) },
  },
  {
    id: 'oskar.wik',
    hired: '2025-01-07',
    left: '2025-11-28',
    is: { name: 'Oskar Wik', role: 'Warehouse', address: 'Havnegata 40, Halden', permissions: may(0) },
  },
];

function tellPerson(journal: Journal, random: Random, { id, hired, left, is }: Person): void {
  const person = staffEntity(journal, id);
  const firstDay = at(hired, '07:55');
  const lastDay = left === undefined ? STORY_ENDS : at(left, '16:00');
  person.says('StaffHired', is, { at: firstDay, by: staffActor('ines.halden') });
  for (const morning of every(days(14), firstDay + hours(1), lastDay))
    signIn(person, morning + minutes(random.whole(0, 90)));
  if (left === undefined) return;
  person.says('StaffLeft', { lastDay: left }, { at: lastDay, by: staffActor('ines.halden'), removed: true });
}

function signIn(person: Entity<StaffEvents>, time: Milliseconds): void {
  const metadata = { network: 'office' };
  person.says(
    'StaffSignedIn',
    { device: 'office desktop' },
    { at: time, by: staffActor(person.id), metadata },
  );
}
