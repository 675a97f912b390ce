import { Skeleton } from '@/ui/states';

/** The place of a page whose script is on its way. */
export function LoadingPage() {
  return (
    <main id="content" className="page">
      <Skeleton lines={8} />
    </main>
  );
}
