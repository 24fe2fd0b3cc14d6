'use client';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { isProblem } from '../../api/problem.ts';
import { useProblemWords } from '../../api/problem-words.ts';
import { meQuery, signIn } from '../../api/session.ts';
import { returnPath } from './return-path.ts';
import styles from './sign-in.module.css';

type Fields = { email: string; password: string };

export function SignInForm() {
  const t = useTranslations('signIn');
  const router = useRouter();
  const next = returnPath(useSearchParams().get('next'));
  const queryClient = useQueryClient();
  const words = useProblemWords();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { register, handleSubmit, formState, setFocus } = useForm<Fields>({
    defaultValues: { email: '', password: '' },
  });

  const submit = handleSubmit(async ({ email, password }) => {
    setRefusal(null);
    try {
      await signIn(email.trim(), password);
      queryClient.clear();
      const { tenants } = await queryClient.fetchQuery(meQuery);
      const [first] = tenants;
      router.replace(next ?? (first ? `/${first.slug}` : '/'));
    } catch (error) {
      const isWrong = isProblem(error) && (error.status === 401 || error.status === 400);
      setRefusal(isWrong ? t('wrong') : words(error));
      setFocus('password', { shouldSelect: true });
    }
  });

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <h1>{t('title')}</h1>
      {next && <p className="sec">{t('toGoOn')}</p>}
      {refusal && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      <TextInput
        label={t('email')}
        type="email"
        autoComplete="username"
        autoFocus
        error={formState.errors.email?.message}
        {...register('email', {
          required: t('emailMissing'),
          pattern: { value: /^\s*\S+@\S+\s*$/, message: t('emailWrong') },
        })}
      />
      <PasswordInput
        label={t('password')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        error={formState.errors.password?.message}
        {...register('password', { required: t('passwordMissing') })}
      />
      <Button
        type="submit"
        variant="filled"
        fullWidth
        className={styles.submit}
        loading={formState.isSubmitting}
      >
        {t('submit')}
      </Button>
    </form>
  );
}
