/** What the editor and its toolbar say. */
import type { Alignment, ListStyle } from '../../core/report/report'
import type { TableCommand } from '../editor/editor-handle'

export const EDITOR_TEXT = {
  body: 'Nội dung báo cáo',
  openingName: 'Mở đầu',
  silentHeading: 'không in',
  requiredSection: 'Mục bắt buộc',
  unnamedSection: 'Tên mục',
} as const

export const TOOLBAR_TEXT = {
  toolbar: 'Định dạng',
  blockStyle: 'Kiểu đoạn',
  paragraph: 'Đoạn văn',
  caption: 'Chú thích bảng, ảnh',
  headings: ['Đề mục lớn', 'Đề mục 2', 'Đề mục 3', 'Đề mục 4'],
  table: 'Bảng',
  bold: 'Đậm (Ctrl+B)',
  italic: 'Nghiêng (Ctrl+I)',
  underline: 'Gạch chân (Ctrl+U)',
  layoutAlignment: 'Căn theo thể thức',
  alignment: 'Căn lề',
  insertTable: 'Chèn bảng',
  tableSize: (rows: number, columns: number) => `${rows} hàng × ${columns} cột`,
  tableCommands: 'Sửa bảng',
  pageBreak: 'Ngắt trang',
  indent: 'Lùi vào một cấp (Tab)',
  outdent: 'Lùi ra một cấp (Shift+Tab)',
  undo: 'Hoàn tác (Ctrl+Z)',
  redo: 'Làm lại (Ctrl+Y)',
} as const

export const LIST_STYLE_NAMES: Readonly<Record<ListStyle, string>> = {
  dash: 'Gạch đầu dòng',
  number: 'Đánh số 1, 2, 3',
  point: 'Điểm a, b, c, d, đ',
}

export const ALIGNMENT_NAMES: Readonly<Record<Alignment, string>> = {
  left: 'Căn trái',
  center: 'Căn giữa',
  right: 'Căn phải',
  justified: 'Căn đều hai bên',
}

export const TABLE_COMMAND_NAMES: Readonly<Record<TableCommand, string>> = {
  rowAbove: 'Thêm hàng phía trên',
  rowBelow: 'Thêm hàng phía dưới',
  columnLeft: 'Thêm cột bên trái',
  columnRight: 'Thêm cột bên phải',
  deleteRow: 'Xoá hàng',
  deleteColumn: 'Xoá cột',
  deleteTable: 'Xoá bảng',
  toggleHeaderRow: 'Lặp hàng đầu ở mỗi trang',
  mergeCells: 'Gộp ô',
  splitCell: 'Tách ô',
}
