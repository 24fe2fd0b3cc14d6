import { defineErrors } from '@servicepro/service-kit/app-error';

export const conversationErrors = defineErrors('conversations', {
  notFound: { status: 404, message: 'There is no such conversation.' },
  keyReused: { status: 409, message: 'This key was used for another conversation.' },
  optedOut: {
    status: 409,
    message: 'This person asked for no more texts. They can start again by texting START.',
  },
});
