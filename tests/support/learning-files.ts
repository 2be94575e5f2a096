/** Three reports of one invented office, as an officer finds them on her disk: Word with old fonts, a saved page, text. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { docxFile, line, paragraph, run } from './docx-file'

interface Review {
  readonly year: number
  readonly opening: string
  readonly publicity: readonly string[]
  readonly craft: readonly string[]
  readonly lacks: readonly string[]
  readonly tasks: readonly string[]
}

const REVIEWS: readonly Review[] = [
  {
    year: 2022,
    opening: 'Năm 2022, Ban Tuyên giáo Huyện ủy Bến Lở bám sát chương trình công tác đã đề ra từ đầu năm.',
    publicity: [
      'Mở 14 hội nghị báo cáo viên ở các xã ven sông, mỗi nơi một buổi.',
      'Phát 320 tờ tin tới các tàu đánh cá trước mùa bão.',
    ],
    craft: ['Lập hai tổ dạy nghề đan lưới, mượn sân đình làm lớp.'],
    lacks: ['Tuy nhiên, loa ở ba thôn xa hay hỏng, tin tới chậm.', 'Một số chi bộ gửi báo cáo trễ hạn.'],
    tasks: ['Tiếp tục thay loa cho ba thôn.', 'Biên soạn tập sách mỏng về nghề đan lưới.'],
  },
  {
    year: 2023,
    opening: 'Năm 2023, Ban Tuyên giáo Huyện ủy Bến Lở làm việc trong điều kiện thiếu hai biên chế.',
    publicity: [
      'Tổ chức 9 hội nghị báo cáo viên, có một buổi ngay trên bến cá.',
      'Các xã treo 85 băng rôn nhân ngày truyền thống của ngành.',
    ],
    craft: ['Ba cụ nghệ nhân đứng lớp, ba mươi người theo học đến cuối khóa.'],
    lacks: [
      'Tuy nhiên, bản tin ra chậm, người đi biển dài ngày không nhận được.',
      'Ít đoàn viên trẻ tham gia viết bài.',
    ],
    tasks: ['Tiếp tục in bản tin sớm hơn một tuần.', 'Mở câu lạc bộ đọc sách ở cảng cá.'],
  },
  {
    year: 2024,
    opening: 'Năm 2024, Ban Tuyên giáo Huyện ủy Bến Lở chuyển về trụ sở mới và ổn định nền nếp.',
    publicity: [
      'Duy trì 11 hội nghị báo cáo viên, thêm chuyên mục trên đài huyện.',
      'Đưa 40 bài viết của cộng tác viên lên trang tin điện tử.',
    ],
    craft: ['Đưa nghề đan lưới vào buổi ngoại khóa của hai trường làng.'],
    lacks: ['Tuy nhiên, kho ảnh tư liệu còn sơ sài, khó tra cứu.', 'Kinh phí cấp muộn làm lỡ hai đợt tập huấn.'],
    tasks: ['Tiếp tục số hóa kho ảnh tư liệu.', 'Đề nghị cấp kinh phí ngay từ quý một.'],
  },
  {
    year: 2025,
    opening: 'Năm 2025, Ban Tuyên giáo Huyện ủy Bến Lở hoàn tất việc bàn giao cho đơn vị mới.',
    publicity: ['Giữ 7 hội nghị báo cáo viên cho các xã đảo.', 'Thu âm 26 bản tin bằng hai giọng đọc.'],
    craft: ['Trao bộ khuôn đan lưới cho bảo tàng huyện giữ gìn.'],
    lacks: ['Tuy nhiên, hồ sơ bàn giao còn thiếu chữ ký ở bốn tập.', 'Danh sách cộng tác viên chưa được rà lại.'],
    tasks: ['Tiếp tục hoàn chỉnh hồ sơ bàn giao.', 'Giới thiệu cộng tác viên cho đơn vị mới.'],
  },
]

const head = (year: number): readonly string[] => [
  'HUYỆN ỦY BẾN LỞ',
  'BAN TUYÊN GIÁO',
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  `Bến Lở, ngày 15 tháng 12 năm ${year}`,
  'BÁO CÁO',
  `tổng kết công tác tuyên giáo năm ${year}`,
]

const TAIL = ['Nơi nhận:', '- Thường trực Huyện ủy;', '- Lưu Ban Tuyên giáo.', 'TRƯỞNG BAN', 'Trần Thị Mận']

const body = ({ opening, publicity, craft, lacks, tasks, year }: Review): readonly string[] => [
  opening,
  'I. Kết quả đạt được',
  '1. Công tác tuyên truyền',
  ...publicity,
  '2. Giữ gìn nghề đan lưới',
  ...craft,
  'II. Hạn chế',
  ...lacks,
  `III. Phương hướng, nhiệm vụ năm ${year + 1}`,
  ...tasks.map((task) => `- ${task}`),
]

const reviewOf = (year: number): Review => {
  const review = REVIEWS.find((one) => one.year === year)
  if (!review) throw new Error(`there is no review of ${year}`)
  return review
}

export interface LearningFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

export const textReview = (year: number, name = `bao-cao-${year}.txt`): LearningFile => ({
  name,
  bytes: utf8([...head(year), ...body(reviewOf(year)), ...TAIL].join('\n')),
})

export const pageReview = (year: number): LearningFile => ({
  name: `bao-cao-${year}.html`,
  bytes: utf8(
    `<!doctype html><meta charset="utf-8"><title>Báo cáo</title><main>${[
      ...head(year),
      ...body(reviewOf(year)),
      ...TAIL,
    ]
      .map((words) => `<p>${words}</p>`)
      .join('')}</main>`,
  ),
})

/** The frame is typed in a font of today, the body in `.VnTime`, as files of that time are. */
export const oldWordReview = (year: number): LearningFile => ({
  name: `bao-cao-${year}.docx`,
  bytes: docxFile(
    head(year)
      .map((words) => line(words))
      .join('') +
      body(reviewOf(year))
        .map((words) => paragraph(run(inTcvn3(words), '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')))
        .join('') +
      TAIL.map((words) => line(words)).join(''),
  ),
})

const TABLE = join(import.meta.dirname, '..', '..', 'resources', 'vietnamese', 'tcvn3.json')
const { letters } = JSON.parse(readFileSync(TABLE, 'utf8')) as { readonly letters: Readonly<Record<string, string>> }
const BYTES = new Map(
  Object.entries(letters).map(([byte, letter]) => [letter, String.fromCodePoint(Number.parseInt(byte, 16))]),
)

/** Letters outside ASCII as their bytes look in Latin-1; capitals with a tone have none. */
const inTcvn3 = (text: string): string =>
  text.normalize('NFC').replace(/[^\x00-\x7f]/g, (letter) => {
    const byte = BYTES.get(letter)
    if (byte === undefined) throw new Error(`${letter} has no byte of its own`)
    return byte
  })
