import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import styles from '../../features/sign-in/sign-in.module.css';
import { SignInForm } from '../../features/sign-in/sign-in-form.tsx';
import { TenantLogo } from '../../ui/parts/tenant-logo.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

export default async function SignInPage() {
  const name = (await getTranslations('app'))('name');
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <div className={styles.brand}>
          <TenantLogo brandColor="#0B6480" name={name} size={28} />
          {name}
        </div>
        <Suspense>
          <SignInForm />
        </Suspense>
      </div>
    </main>
  );
}
