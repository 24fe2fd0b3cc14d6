export { recordAudit } from './audit.ts';
export { createPool, type Pool, type PoolOptions } from './connection.ts';
export { constraintOf, isDatabaseGone, isTextUnstorable } from './database-error.ts';
export { CommitFailed, ConnectionBroken } from './driver.ts';
export type { DB } from './generated/schema.ts';
export { type AddressDb, createAddressDb, createPlatformDb, type PlatformDb } from './platform-db.ts';
export {
  type AppDatabase,
  callAsTenant,
  createAppDatabase,
  readAsTenant,
  type TenantDb,
  withTenant,
} from './tenant-db.ts';
