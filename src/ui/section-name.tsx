import { Text, View } from '@tarojs/components';

interface Name {
  course: string;
  /** Empty for a lecture. */
  name: string;
}

/** 茶艺 一班, within a heading: the course, and the qualifier in lighter type, which wraps as a whole. */
export function CourseAndName({ course, name }: Name) {
  return (
    <>
      <Text>{course}</Text>
      {name && name !== course ? <Text className="q">{name}</Text> : null}
    </>
  );
}

/** The same as a line of its own. */
export function SectionName({ className = 'h3', ...of }: Name & { className?: string }) {
  return (
    <View className={className}>
      <CourseAndName {...of} />
    </View>
  );
}
