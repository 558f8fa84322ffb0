import { View } from '@tarojs/components';
import { useStore } from 'zustand';
import { me } from '../known/member';

/** For staff only, under what everybody reads: the problem in a technician's words. */
export function Technical({ says }: { says: string | undefined }) {
  const isStaff = useStore(me.store, one => one.data?.roles.includes('staff') ?? false);
  if (!isStaff || !says) return null;
  return (
    <View className="sm t3 stack-3" data-testid="technical">
      {says}
    </View>
  );
}
