import type { LiveTopic } from '@servicepro/contracts/live';

/** Every read of a tenant hangs below its id, so that nothing of one tenant is ever shown for another. */
export const keys = {
  tenant: (tenantId: string) => ['tenant', tenantId] as const,
  home: (tenantId: string) => ['tenant', tenantId, 'home'] as const,
  days: (tenantId: string) => ['tenant', tenantId, 'day'] as const,
  day: (tenantId: string, day: string) => ['tenant', tenantId, 'day', day] as const,
  conversations: (tenantId: string) => ['tenant', tenantId, 'conversations'] as const,
  conversationList: (tenantId: string, filter: string, search: string) =>
    ['tenant', tenantId, 'conversations', filter, search] as const,
  conversationDetails: (tenantId: string) => ['tenant', tenantId, 'conversation'] as const,
  conversation: (tenantId: string, id: string) => ['tenant', tenantId, 'conversation', id] as const,
  catalog: (tenantId: string) => ['tenant', tenantId, 'catalog'] as const,
  slots: (tenantId: string) => ['tenant', tenantId, 'slots'] as const,
};

/** What is read again when something of a kind changed. A named thread alone is read, not every open one. */
export function staleAfter(
  tenantId: string,
  topic: LiveTopic,
  ids: readonly string[],
): (readonly string[])[] {
  switch (topic) {
    case 'bookings':
      return [
        keys.days(tenantId),
        keys.home(tenantId),
        keys.slots(tenantId),
        keys.conversationDetails(tenantId),
      ];
    case 'conversations':
    case 'messages': {
      const threads =
        topic === 'conversations' && ids.length > 0
          ? ids.map((id) => keys.conversation(tenantId, id))
          : [keys.conversationDetails(tenantId)];
      // A turn can give a customer a name, and the calendar shows names.
      return [keys.conversations(tenantId), keys.home(tenantId), keys.days(tenantId), ...threads];
    }
    case 'catalog':
      return [keys.catalog(tenantId), keys.home(tenantId), keys.slots(tenantId)];
    case 'settings':
      return [['me'], keys.tenant(tenantId)];
    default:
      return topic satisfies never;
  }
}
