import { defineErrors } from '@servicepro/service-kit/app-error';

export const conversationErrors = defineErrors('conversations', {
  notFound: { status: 404, message: 'There is no such conversation.' },
  optedOut: {
    status: 409,
    message: 'This person asked for no more texts. They can start again by texting START.',
  },
});
