import { FirstBusiness } from '../features/sign-in/first-business.tsx';

export default function RootPage() {
  return <FirstBusiness />;
}
