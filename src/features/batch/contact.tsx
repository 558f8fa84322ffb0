import Taro from '@tarojs/taro';
import { dialled } from '../../../domain/batch/contact';
import { Tap } from '../../ui/tap';

/** The union's telephone number, if the batch gives one. A tap dials it. */
export const Contact = ({ number }: { number: string | undefined }) =>
  number ? (
    <Tap
      className="text-link sm num stack-3"
      onTap={() => void Taro.makePhoneCall({ phoneNumber: dialled(number) })}
      testId="contact"
    >
      有问题打 {number}
    </Tap>
  ) : null;
