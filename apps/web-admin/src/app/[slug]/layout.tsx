import type { ReactNode } from 'react';
import { TenantGate } from '../../features/shell/tenant-gate.tsx';

export default async function TenantLayout(props: {
  params: Promise<{ slug: string }>;
  children: ReactNode;
}) {
  const { slug } = await props.params;
  return <TenantGate slug={slug}>{props.children}</TenantGate>;
}
