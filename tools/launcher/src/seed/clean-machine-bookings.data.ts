import type { MadeBy, SeedBooking, SeedBusiness } from './demo-data.ts';

type Row = readonly [resource: string, from: string, to: string, customer: string, service: string];

/** When and how a booking came: days before the demo's day in calendar days, the wall time, by whom. */
type Made = readonly [daysBefore: number, at: string, by: MadeBy];

const booking = (open: number, [resource, from, to, customer, service]: Row, made: Made): SeedBooking => ({
  customer,
  resource,
  service,
  day: { open },
  from,
  to,
  made: { day: { date: -made[0] }, at: made[1], by: made[2] },
});

const today: readonly SeedBooking[] = [
  booking(0, ['marcus', '08:00', '10:00', 'Olivia Martin', 'full_interior'], [3, '19:12', 'ai']),
  {
    ...booking(0, ['marcus', '11:30', '13:00', 'Hannah Okafor', 'interior_express'], [0, '00:00', 'ai']),
    ref: 'hannah-today',
    addOns: ['pet_hair'],
    made: { day: { open: -1 }, at: '18:20', by: 'ai' },
  },
  {
    ...booking(0, ['marcus', '14:00', '16:00', 'William Kim', 'exterior_clay'], [2, '12:40', 'web']),
    ref: 'william-today',
    isUnconfirmed: true,
  },
  booking(0, ['ana', '08:30', '09:30', 'Grace Holloway', 'maintenance_wash'], [3, '20:05', 'ai']),
  {
    ...booking(0, ['ana', '10:00', '12:00', 'Jackson Reyes', 'exterior_interior'], [3, '09:48', 'ai']),
    ref: 'jackson-today',
    startsLateMinutes: 20,
  },
  booking(0, ['ana', '13:30', '15:00', 'Leah Stein', 'headlights'], [2, '17:31', 'ai']),
  booking(0, ['theo', '09:30', '13:30', 'Rafael Mendoza', 'paint_one_step'], [9, '11:15', 'staff']),
  {
    ...booking(0, ['theo', '15:00', '17:00', 'Northwind Realty', 'fleet_wash'], [12, '09:05', 'staff']),
    ref: 'northwind-today',
    dollars: 260,
  },
  {
    ...booking(0, ['bay', '09:00', '17:00', 'Sofia Davis', 'ceramic'], [10, '16:20', 'staff']),
    ref: 'sofia-today',
    lineName: 'Ceramic, day 1 of 2',
    place: 'Shop bay',
  },
];

const earlierThisWeek: readonly SeedBooking[] = [
  booking(-3, ['marcus', '08:00', '10:00', 'Ben Ortiz', 'full_interior'], [9, '18:44', 'ai']),
  booking(-3, ['marcus', '11:00', '12:00', 'Carla Voss', 'maintenance_wash'], [8, '10:02', 'ai']),
  booking(-3, ['marcus', '14:00', '16:00', 'Deb Lang', 'exterior_clay'], [9, '15:20', 'web']),
  booking(-3, ['ana', '08:30', '09:30', 'Rosa Lim', 'maintenance_wash'], [8, '19:37', 'ai']),
  booking(-3, ['ana', '11:00', '13:00', 'Fay Unger', 'exterior_interior'], [10, '08:51', 'ai']),
  booking(-3, ['theo', '09:00', '13:00', 'Neil Shaw', 'paint_one_step'], [13, '14:10', 'staff']),
  {
    ...booking(-3, ['theo', '15:00', '17:00', 'Northwind Realty', 'fleet_wash'], [12, '09:03', 'staff']),
    dollars: 260,
  },
  booking(-3, ['luis', '08:00', '09:00', 'Tess Hart', 'interior_express'], [8, '21:15', 'ai']),
  booking(-3, ['luis', '10:30', '11:30', 'Wes Boyd', 'maintenance_wash'], [8, '13:22', 'ai']),
  {
    ...booking(-3, ['bay', '09:00', '17:00', 'Quinn Ames', 'ceramic'], [14, '11:30', 'staff']),
    lineName: 'Ceramic, day 1 of 2',
    place: 'Shop bay',
  },
  booking(-2, ['marcus', '09:00', '11:00', 'Ira Feld', 'exterior_interior'], [9, '09:40', 'web']),
  booking(-2, ['marcus', '13:00', '14:00', 'Kofi Mensah', 'interior_express'], [3, '18:30', 'ai']),
  booking(-2, ['ana', '08:00', '09:30', 'Hal Briggs', 'headlights'], [8, '12:12', 'ai']),
  booking(-2, ['ana', '10:30', '11:30', 'Mia Conte', 'maintenance_wash'], [3, '08:20', 'web']),
  booking(-2, ['ana', '13:00', '15:00', 'Uma Rao', 'full_interior'], [3, '20:48', 'ai']),
  booking(-2, ['theo', '09:00', '13:00', 'Otto Lane', 'paint_one_step'], [15, '10:30', 'staff']),
  booking(-2, ['luis', '09:00', '11:00', 'Kim Doyle', 'full_interior'], [3, '17:05', 'ai']),
  {
    ...booking(-2, ['bay', '09:00', '14:00', 'Quinn Ames', 'ceramic'], [14, '11:30', 'staff']),
    lineName: 'Ceramic, day 2 of 2',
    dollars: null,
    place: 'Shop bay',
  },
  booking(-1, ['marcus', '08:30', '09:30', 'Lena Ruiz', 'maintenance_wash'], [2, '19:50', 'ai']),
  booking(-1, ['marcus', '10:30', '12:30', 'Sam Ito', 'full_interior'], [9, '13:33', 'web']),
  booking(-1, ['marcus', '15:00', '16:00', 'Joy Abara', 'maintenance_wash'], [3, '09:14', 'ai']),
  booking(-1, ['ana', '09:00', '11:00', 'Zed Park', 'exterior_interior'], [2, '18:02', 'ai']),
  booking(-1, ['ana', '14:00', '15:00', 'Ana Bell', 'maintenance_wash'], [2, '08:33', 'web']),
  booking(-1, ['theo', '08:30', '10:00', 'Iris Wood', 'headlights'], [8, '11:45', 'ai']),
  booking(-1, ['theo', '11:00', '13:00', 'Dan Cruz', 'exterior_clay'], [9, '16:27', 'ai']),
];

const later: readonly SeedBooking[] = [
  {
    ...booking(1, ['marcus', '09:00', '11:00', 'Tom Becker', 'full_interior'], [3, '10:20', 'staff']),
    ref: 'tom-friday',
  },
  booking(1, ['marcus', '13:00', '15:00', 'Nora Quill', 'exterior_interior'], [2, '12:09', 'ai']),
  booking(1, ['ana', '08:00', '09:00', 'Cole Avery', 'maintenance_wash'], [2, '21:30', 'web']),
  booking(1, ['ana', '10:00', '12:00', 'Vera Nash', 'full_interior'], [3, '14:45', 'web']),
  booking(1, ['ana', '14:00', '16:00', 'Ed Moss', 'exterior_clay'], [3, '11:11', 'ai']),
  {
    ...booking(1, ['theo', '08:30', '11:30', 'Lakeside HOA', 'fleet_wash'], [11, '09:30', 'staff']),
    dollars: 390,
  },
  booking(1, ['theo', '13:30', '15:00', 'Abe Stone', 'headlights'], [1, '13:05', 'ai']),
  booking(1, ['luis', '08:30', '09:30', 'Eva Marsh', 'maintenance_wash'], [1, '15:40', 'web']),
  {
    ...booking(1, ['luis', '11:00', '12:00', 'Paul Grant', 'interior_express'], [0, '00:00', 'ai']),
    ref: 'paul-friday',
    made: { day: { open: -1 }, at: '19:45', by: 'ai' },
  },
  booking(1, ['luis', '14:30', '15:30', 'Ola Berg', 'maintenance_wash'], [0, '08:47', 'web']),
  {
    ...booking(1, ['bay', '09:00', '14:00', 'Sofia Davis', 'ceramic'], [10, '16:20', 'staff']),
    lineName: 'Ceramic, day 2 of 2',
    dollars: null,
    place: 'Shop bay',
  },
  booking(2, ['marcus', '09:00', '10:00', 'Peter Hsu', 'maintenance_wash'], [1, '09:25', 'ai']),
  booking(2, ['marcus', '11:00', '12:00', 'Gwen Dale', 'interior_express'], [0, '07:58', 'web']),
  booking(2, ['ana', '09:00', '11:00', 'Jess Tran', 'exterior_interior'], [8, '16:16', 'ai']),
  booking(2, ['luis', '08:30', '10:30', 'Rita Vance', 'full_interior'], [9, '20:20', 'web']),
  booking(2, ['luis', '13:00', '14:00', 'Max Yoder', 'maintenance_wash'], [0, '09:36', 'staff']),
  {
    ...booking(3, ['marcus', '09:00', '13:00', 'Nadia Frost', 'full_detail'], [0, '08:06', 'ai']),
    ref: 'nadia-monday',
  },
  booking(3, ['ana', '10:00', '12:00', 'Ruth Cole', 'exterior_clay'], [8, '09:10', 'ai']),
  booking(4, ['ana', '09:00', '11:00', 'Priya Shah', 'full_interior'], [8, '11:20', 'ai']),
  booking(4, ['theo', '09:00', '13:00', 'Gil Navarro', 'paint_one_step'], [9, '10:44', 'staff']),
  {
    ...booking(0, ['ana', '08:30', '09:30', 'Grace Holloway', 'maintenance_wash'], [0, '10:02', 'ai']),
    ref: 'grace-next',
    day: { date: 28 },
  },
];

/** Hannah's own story, as her card tells it: six jobs, $1,126. */
const hannahBefore: readonly SeedBooking[] = [
  {
    ...booking(0, ['ana', '15:00', '16:00', 'Hannah Okafor', 'maintenance_wash'], [31, '10:00', 'ai']),
    day: { date: -28 },
  },
  {
    ...booking(0, ['marcus', '16:00', '18:00', 'Hannah Okafor', 'full_interior'], [61, '10:00', 'web']),
    day: { date: -57 },
  },
  {
    ...booking(0, ['ana', '16:00', '17:00', 'Hannah Okafor', 'maintenance_wash'], [101, '10:00', 'ai']),
    day: { date: -99 },
  },
  {
    ...booking(0, ['marcus', '09:00', '11:00', 'Hannah Okafor', 'full_interior'], [140, '10:00', 'web']),
    day: { date: -133 },
  },
  {
    ...booking(0, ['ana', '13:00', '14:00', 'Hannah Okafor', 'maintenance_wash'], [170, '10:00', 'web']),
    day: { date: -164 },
  },
  {
    ...booking(0, ['marcus', '09:00', '13:30', 'Hannah Okafor', 'full_detail'], [202, '10:00', 'web']),
    addOns: ['pet_hair'],
    dollars: 391,
    day: { date: -195 },
  },
];

export const cleanMachineBookings: readonly SeedBooking[] = [
  ...today,
  ...earlierThisWeek,
  ...later,
  ...hannahBefore,
];

/** Earlier jobs, so that figures have something to be compared with. Lanes keep clear of Hannah's own visits. */
export const cleanMachineHistory: NonNullable<SeedBusiness['history']> = {
  weeks: 8,
  // 24 jobs in any six open days: three fewer than the demo's own week has by its Thursday morning.
  lanes: [
    { resource: 'marcus', from: '08:30', to: '10:30', service: 'full_interior', everyOpenDays: 1, offset: 0 },
    { resource: 'marcus', from: '13:30', to: '15:30', service: 'exterior_clay', everyOpenDays: 6, offset: 1 },
    { resource: 'ana', from: '08:00', to: '09:00', service: 'maintenance_wash', everyOpenDays: 1, offset: 0 },
    {
      resource: 'ana',
      from: '10:00',
      to: '12:00',
      service: 'exterior_interior',
      everyOpenDays: 2,
      offset: 1,
    },
    { resource: 'ana', from: '13:00', to: '14:30', service: 'headlights', everyOpenDays: 3, offset: 2 },
    { resource: 'theo', from: '09:00', to: '13:00', service: 'paint_one_step', everyOpenDays: 2, offset: 0 },
    {
      resource: 'luis',
      from: '10:30',
      to: '11:30',
      service: 'interior_express',
      everyOpenDays: 2,
      offset: 1,
    },
  ],
};
