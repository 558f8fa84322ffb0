import Taro from '@tarojs/taro';
import { dialled } from '../../../domain/batch/contact';
import { Button } from '../../ui/button';

/** The union's telephone number, if the batch gives one. A tap dials it. */
export const Contact = ({ number }: { number: string | undefined }) =>
  number ? (
    <Button
      kind="link"
      size="small"
      className="num stack-3"
      onTap={() => void Taro.makePhoneCall({ phoneNumber: dialled(number) })}
      testId="contact"
    >
      有问题打 {number}
    </Button>
  ) : null;
