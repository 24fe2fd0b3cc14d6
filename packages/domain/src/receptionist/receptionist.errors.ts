import { defineErrors } from '@servicepro/service-kit/app-error';

export const receptionistErrors = defineErrors('receptionist', {
  actionNotFound: { status: 404, message: 'There is no such action.' },
  actionNotUndoable: { status: 409, message: 'This can no longer be undone.' },
});
