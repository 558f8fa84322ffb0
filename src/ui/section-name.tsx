import { Text, View } from '@tarojs/components';

/** 茶艺 一班: the course, and the qualifier in lighter type, which wraps as a whole. */
export function SectionName({ course, name, className = 'h3' }: { course: string; name: string; className?: string }) {
  return (
    <View className={className}>
      <Text>{course}</Text>
      {name && name !== course ? <Text className="q">{name}</Text> : null}
    </View>
  );
}
