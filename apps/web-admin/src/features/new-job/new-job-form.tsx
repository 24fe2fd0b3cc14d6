import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Catalog } from '@servicepro/contracts/rest/catalog';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { useNow } from '../../api/clock.ts';
import { wallTimeAt } from '../../ui/time/zoned-time.ts';
import { useTenancy } from '../shell/tenancy.tsx';
import styles from './new-job.module.css';
import { SlotPicker } from './slot-picker.tsx';
import { useBookJob } from './use-book-job.ts';

export type NewJobFields = {
  customerName: string;
  customerPhone: string;
  serviceId: string;
  assetClassId: string;
  assetName: string;
  address: string;
  date: string;
  /** `<start>|<resource id>` of the chosen slot. */
  slot: string;
};

type Props = { catalog: Catalog; day: string | undefined; onClose: () => void };

/** A booking taken on the phone: who, what, when. Times are only those that are free. */
export function NewJobForm({ catalog, day, onClose }: Props) {
  const t = useTranslations('newJob');
  const { tenant } = useTenancy();
  const today = wallTimeAt(useNow(), tenant.timeZone).day;
  const services = catalog.services.filter(
    (service) => service.booking === 'instant' && service.prices.length > 0,
  );
  const first = services[0];
  const { register, handleSubmit, formState, watch, setValue } = useForm<NewJobFields>({
    defaultValues: {
      customerName: '',
      customerPhone: '',
      serviceId: first?.id ?? '',
      assetClassId: first?.prices[0]?.assetClassId ?? '',
      assetName: '',
      address: '',
      date: day !== undefined && day > today ? day : today,
      slot: '',
    },
  });
  const [serviceId, assetClassId, date, slot] = watch(['serviceId', 'assetClassId', 'date', 'slot']);
  const service = services.find((one) => one.id === serviceId);
  const classes = catalog.assetClasses.filter((one) =>
    service?.prices.some((price) => price.assetClassId === one.id),
  );
  const booking = useBookJob(onClose);
  const { errors } = formState;
  if (!first) return <p className="sec">{t('noServices')}</p>;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => void handleSubmit((fields) => booking.book(fields))(event)}
    >
      <TextInput
        label={t('phone')}
        type="tel"
        autoComplete="off"
        autoFocus
        error={errors.customerPhone?.message}
        {...register('customerPhone', {
          required: t('phoneMissing'),
          minLength: { value: 7, message: t('phoneWrong') },
        })}
      />
      <TextInput
        label={t('name')}
        autoComplete="off"
        error={errors.customerName?.message}
        {...register('customerName', { required: t('nameMissing') })}
      />
      <NativeSelect
        label={t('service')}
        data={services.map((one) => ({ value: one.id, label: one.name }))}
        {...register('serviceId', {
          onChange: (event: { target: { value: string } }) => {
            const prices = services.find((one) => one.id === event.target.value)?.prices ?? [];
            const keeps = prices.some((price) => price.assetClassId === assetClassId);
            if (!keeps) setValue('assetClassId', prices[0]?.assetClassId ?? '');
            setValue('slot', '');
          },
        })}
      />
      <NativeSelect
        label={t('assetClass')}
        data={classes.map((one) => ({ value: one.id, label: one.name }))}
        {...register('assetClassId', { onChange: () => setValue('slot', '') })}
      />
      <TextInput label={t('asset')} autoComplete="off" {...register('assetName')} />
      <TextInput label={t('address')} autoComplete="off" {...register('address')} />
      <SlotPicker
        search={{ serviceId, assetClassId, from: date, days: 7 }}
        date={date}
        slot={slot}
        error={errors.slot?.message}
        dateField={register('date', { onChange: () => setValue('slot', '') })}
        slotField={register('slot', { required: t('slotMissing') })}
      />
      {booking.error && (
        <p className={styles.error} role="alert">
          {booking.error}
        </p>
      )}
      <div className={styles.acts}>
        <Button variant="subtle" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" variant="filled" loading={booking.isBooking}>
          {t('submit')}
        </Button>
      </div>
    </form>
  );
}
