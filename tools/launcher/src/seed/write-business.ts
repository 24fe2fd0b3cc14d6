import { authTokenKind } from '@servicepro/domain/tenants';
import { fillFaq, getPack, mergePack, siteContentIn } from '@servicepro/industry-packs';
import { sealCredential } from '@servicepro/providers/credentials';
import { demoViewer } from './businesses.ts';
import { wholeDays } from './demo-day.rules.ts';
import { must, type WriteScope } from './write-scope.ts';

/** Profile, phone, members: what a business is before it sells anything. */
export async function writeProfile(scope: WriteScope, credentialKey: Uint8Array): Promise<void> {
  const { db, business } = scope;
  await db
    .insertInto('tenant_profiles')
    .values({
      time_zone: business.timeZone,
      phone: business.number,
      email: business.email,
      brand_color: business.brandColor,
      street: business.street,
      city: business.city,
      region: business.region,
      postal_code: business.postalCode,
      service_area: business.serviceArea,
      slot_step_minutes: business.slotStepMinutes,
      notice_minutes: business.noticeMinutes,
      ai_is_on: business.status === 'active',
      site_template: business.template,
      site_content: JSON.stringify(siteWords(scope)),
    })
    .execute();
  await writePhone(scope, credentialKey);
  await writeMembers(scope);
}

/** Opening hours. Answers ids by weekday. */
export async function writeHours({ db, business }: WriteScope): Promise<Map<number, string>> {
  const rows = await db
    .insertInto('business_hours')
    .values(
      business.hours.map(({ weekday, opens, closes }) => ({
        weekday,
        opens_local: opens,
        closes_local: closes,
      })),
    )
    .returning(['id', 'weekday'])
    .execute();
  return new Map(rows.map(({ id, weekday }) => [weekday, id]));
}

function siteWords({ business }: WriteScope): object {
  const pack = getPack(business.packId);
  return pack ? siteContentIn(mergePack(pack, business.overrides).pack.site, 'en') : {};
}

async function writePhone(
  { db, business, account, tenantId }: WriteScope,
  credentialKey: Uint8Array,
): Promise<void> {
  const scope = { tenantId, kind: authTokenKind, version: 1 };
  await db
    .insertInto('phone_accounts')
    .values({
      account_id: account.accountId,
      auth_token_sealed: sealCredential(credentialKey, scope, account.authToken),
      sealed_version: scope.version,
    })
    .execute();
  await db
    .insertInto('tenant_phone_config')
    .values({
      number: business.number,
      account_id: account.accountId,
      messaging_service_id: account.messagingServiceId,
      label: 'Main line',
    })
    .execute();
}

async function writeMembers({ db, business, userIds }: WriteScope): Promise<void> {
  const members = [
    ...business.people,
    { email: demoViewer.email, name: demoViewer.name, role: 'viewer' as const },
  ];
  await db
    .insertInto('memberships')
    .values(
      members.map(({ email, name, role }) => ({
        user_id: must(userIds.get(email), `sign-in of ${email}`),
        role,
        display_name: name,
      })),
    )
    .execute();
}

/** People, crews, vans and bays, with the days they are away. Answers ids by key. */
export async function writeResources(scope: WriteScope): Promise<Map<string, string>> {
  const { db, business, time, userIds } = scope;
  const emailOf = (key: string) => business.people.find((person) => person.key === key)?.email ?? '';
  const rows = await db
    .insertInto('resources')
    .values(
      business.resources.map((resource, position) => ({
        kind: resource.kind,
        name: resource.name,
        short_name: resource.shortName,
        label: resource.label,
        position,
        takes_mobile: resource.takesMobile,
        takes_shop: resource.takesShop,
        user_id: resource.person ? (userIds.get(emailOf(resource.person)) ?? null) : null,
      })),
    )
    .returning(['id', 'name'])
    .execute();
  const ids = new Map(
    business.resources.map(({ key, name }) => [key, must(rows.find((row) => row.name === name)?.id, name)]),
  );
  const away = business.timeOff.map(({ resource, days, reason }) => {
    const { startsAt, endsAt } = wholeDays(time, days);
    return { resource_id: must(ids.get(resource), resource), starts_at: startsAt, ends_at: endsAt, reason };
  });
  if (away.length > 0) await db.insertInto('resource_time_off').values(away).execute();
  return ids;
}

/** Answers of the pack that the business's settings complete. */
export async function writeFaqs({ db, business }: WriteScope): Promise<void> {
  const pack = getPack(business.packId);
  if (!pack) return;
  const answers = mergePack(pack, business.overrides).pack.faqs.flatMap((faq) => {
    const filled = fillFaq(faq, business.settings, 'en');
    return filled ? [filled] : [];
  });
  await db
    .insertInto('faqs')
    .values(answers.map((answer, position) => ({ ...answer, position })))
    .execute();
}
