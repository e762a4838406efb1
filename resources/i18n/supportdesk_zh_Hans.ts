<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>All actions</source>
        <translation>所有操作</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>显示所有按键</translation>
    </message>
    <message>
        <source>Go to the inbox</source>
        <translation>前往收件箱</translation>
    </message>
    <message>
        <source>Go to the review</source>
        <translation>前往审阅</translation>
    </message>
    <message>
        <source>Go to the policies</source>
        <translation>前往政策</translation>
    </message>
    <message>
        <source>Go to the knowledge</source>
        <translation>前往知识</translation>
    </message>
    <message>
        <source>Go to the insights</source>
        <translation>前往洞察</translation>
    </message>
    <message>
        <source>Compare two models</source>
        <translation>比较两个模型</translation>
    </message>
    <message>
        <source>Tag conversations</source>
        <translation>给会话打标签</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>前往设置</translation>
    </message>
    <message>
        <source>Show the welcome page</source>
        <translation>显示欢迎页</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Paste a conversation</source>
        <translation>粘贴对话</translation>
    </message>
    <message>
        <source>Open the sample shop</source>
        <translation>打开示例商店</translation>
    </message>
    <message>
        <source>Switch the engine</source>
        <translation>切换引擎</translation>
    </message>
    <message>
        <source>Show requests and spend</source>
        <translation>显示请求与花费</translation>
    </message>
    <message>
        <source>Show the export that waits</source>
        <translation>显示等候中的导出文件</translation>
    </message>
    <message>
        <source>Show what the last import changed</source>
        <translation>查看上次导入带来的变化</translation>
    </message>
    <message>
        <source>Back, or stop</source>
        <translation>返回或停止</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation>搜索工单</translation>
    </message>
    <message>
        <source>Open the ticket</source>
        <translation>打开工单</translation>
    </message>
    <message>
        <source>History of the ticket</source>
        <translation>工单历史</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>发出的内容</translation>
    </message>
    <message>
        <source>Mark the ticket</source>
        <translation>标记工单</translation>
    </message>
    <message>
        <source>Mark all tickets in the list</source>
        <translation>标记列表中的所有工单</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>下一张工单</translation>
    </message>
    <message>
        <source>Previous ticket</source>
        <translation>上一张工单</translation>
    </message>
    <message>
        <source>Put back as new</source>
        <translation>改回新工单</translation>
    </message>
    <message>
        <source>Original or translation</source>
        <translation>原文或译文</translation>
    </message>
    <message>
        <source>Show tickets of this intent</source>
        <translation>显示此意图的工单</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>保存此视图</translation>
    </message>
    <message>
        <source>Export these tickets</source>
        <translation>导出这些工单</translation>
    </message>
    <message>
        <source>Forget this requester</source>
        <translation>遗忘这位提问者</translation>
    </message>
    <message>
        <source>Write a draft, or go to it</source>
        <translation>写草稿，或前往草稿</translation>
    </message>
    <message>
        <source>Say what the draft shall say</source>
        <translation>说明草稿要写什么</translation>
    </message>
    <message>
        <source>Rewrite the selection or sentence</source>
        <translation>改写选中的文字或句子</translation>
    </message>
    <message>
        <source>Answered before: the nearest tickets</source>
        <translation>先前的回复：最相近的工单</translation>
    </message>
    <message>
        <source>Next unproven sentence</source>
        <translation>下一句无依据的话</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <source>Approve and copy</source>
        <translation>批准并复制</translation>
    </message>
    <message>
        <source>Edit the reply</source>
        <translation>编辑回复</translation>
    </message>
    <message>
        <source>Answer once for all that ask the same</source>
        <translation>一次回复所有相同问题</translation>
    </message>
    <message>
        <source>Next card</source>
        <translation>下一张卡片</translation>
    </message>
    <message>
        <source>Card before</source>
        <translation>上一张卡片</translation>
    </message>
    <message>
        <source>Show the outbox</source>
        <translation>显示待发箱</translation>
    </message>
    <message>
        <source>Try a question</source>
        <translation>试一个问题</translation>
    </message>
    <message>
        <source>Make the knowledge</source>
        <translation>制作知识</translation>
    </message>
    <message>
        <source>Export the knowledge</source>
        <translation>导出知识</translation>
    </message>
    <message>
        <source>Next entry</source>
        <translation>下一个条目</translation>
    </message>
    <message>
        <source>Previous entry</source>
        <translation>上一个条目</translation>
    </message>
    <message>
        <source>Write another version</source>
        <translation>再写一个版本</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知识</translation>
    </message>
    <message>
        <source>Stop writing</source>
        <translation>停止撰写</translation>
    </message>
    <message>
        <source>Draft: grant it</source>
        <translation>草稿：同意</translation>
    </message>
    <message>
        <source>Draft: decline it</source>
        <translation>草稿：婉拒</translation>
    </message>
    <message>
        <source>Draft: ask for more</source>
        <translation>草稿：询问更多</translation>
    </message>
    <message>
        <source>Make the draft shorter</source>
        <translation>缩短草稿</translation>
    </message>
    <message>
        <source>Translate the draft into all languages</source>
        <translation>将草稿翻译成所有语言</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>上一个版本</translation>
    </message>
    <message>
        <source>Version after</source>
        <translation>下一个版本</translation>
    </message>
    <message>
        <source>Next language of the reply</source>
        <translation>回复的下一种语言</translation>
    </message>
    <message>
        <source>Copy the reply</source>
        <translation>复制回复</translation>
    </message>
    <message>
        <source>Copy the reply, next ticket</source>
        <translation>复制回复，转到下一个</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <translation>复制为纯文本</translation>
    </message>
    <message>
        <source>Copy and open in helpdesk</source>
        <translation>复制并在客服系统中打开</translation>
    </message>
    <message>
        <source>Mark as replied</source>
        <translation>标记为已回复</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>List and ticket</source>
        <translation>列表与工单</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>Skip the ticket</source>
        <translation>跳过此工单</translation>
    </message>
    <message>
        <source>Escalate the ticket</source>
        <translation>升级此工单</translation>
    </message>
    <message>
        <source>Undo the last change of status</source>
        <translation>撤销上次的状态更改</translation>
    </message>
    <message>
        <source>Redo the change of status</source>
        <translation>重做状态更改</translation>
    </message>
    <message>
        <source>Triage what waits</source>
        <translation>分类等待中的工单</translation>
    </message>
    <message>
        <source>Undo the last import</source>
        <translation>撤销上次导入</translation>
    </message>
    <message>
        <source>Go to the ticket</source>
        <translation>前往工单</translation>
    </message>
    <message>
        <source>Go to the reply</source>
        <translation>前往回复</translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation>显示或隐藏列表</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Keep the window on top</source>
        <translation>窗口保持在最前</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>The environment gave this address (ANTHROPIC_BASE_URL). It serves until you close the program.</source>
        <translation>此地址来自环境变量（ANTHROPIC_BASE_URL），用到您关闭程序为止。</translation>
    </message>
    <message>
        <source>This is no address of a server. One looks like https://gateway.example.com.</source>
        <translation>这不是服务器地址。正确的例如 https://gateway.example.com。</translation>
    </message>
    <message>
        <source>Without https, key and ticket text can be read by others on the way there.</source>
        <translation>没有 https，密钥与工单内容在传送途中可能被他人读取。</translation>
    </message>
</context>
<context>
    <name>AddressFields</name>
    <message>
        <source>Address in {language}</source>
        <translation>{language}的称呼</translation>
    </message>
</context>
<context>
    <name>AlikeBar</name>
    <message>
        <source>Answer once</source>
        <translation>一次回复</translation>
    </message>
</context>
<context>
    <name>AnswerOnceDialog</name>
    <message>
        <source>Answer once</source>
        <translation>一次回复</translation>
    </message>
    <message>
        <source>Each of them gets this answer in its own language, with its own name and numbers. You approve each one.</source>
        <translation>每张工单都以自己的语言收到此回复，并带有自己的姓名与编号。每一份都由您批准。</translation>
    </message>
    <message>
        <source>Tickets that ask the same</source>
        <translation>相同问题的工单</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Draft {count}</source>
        <translation>起草 {count} 份</translation>
    </message>
    <message>
        <source>No model is asked: nothing leaves this computer.</source>
        <translation>不会询问模型：没有任何内容离开这台电脑。</translation>
    </message>
    <message>
        <source>{cost} each; their text goes to {host}.</source>
        <translation>每份{cost}；其文字会发送至 {host}。</translation>
    </message>
</context>
<context>
    <name>AnsweredHead</name>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>AnsweredRow</name>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>Rated {level}</source>
        <translation>评分 {level}</translation>
    </message>
</context>
<context>
    <name>AnsweredSection</name>
    <message>
        <source>Answered before, much alike</source>
        <translation>以前回复过的类似工单</translation>
    </message>
    <message>
        <source>Answer to {number}</source>
        <translation>对 {number} 的回复</translation>
    </message>
</context>
<context>
    <name>AnsweredWork</name>
    <message>
        <source>No ticket like this one was answered yet.</source>
        <translation>还没有回复过类似的工单。</translation>
    </message>
</context>
<context>
    <name>AnsweringOnce</name>
    <message>
        <source>1 other asks the same</source>
        <translation>另有 1 张问相同的事</translation>
    </message>
    <message>
        <source>{count} others ask the same</source>
        <translation>另有 {count} 张问相同的事</translation>
    </message>
    <message>
        <source>each with its own name and numbers</source>
        <translation>各有自己的姓名与编号</translation>
    </message>
    <message>
        <source>{count} more to look at</source>
        <translation>另有 {count} 张要看一下</translation>
    </message>
    <message>
        <source>Answer once, draft {count}</source>
        <translation>一次回复，起草 {count} 份</translation>
    </message>
    <message>
        <source>No known price</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>About {sum}</source>
        <translation>约 {sum}</translation>
    </message>
    <message>
        <source>Drafting one answer for all</source>
        <translation>为所有工单起草同一回复</translation>
    </message>
    <message>
        <source>{count} drafted from this answer.</source>
        <translation>已由此回复起草 {count} 份。</translation>
    </message>
    <message>
        <source>1 holds something to look at.</source>
        <translation>1 份有需要看的地方。</translation>
    </message>
    <message>
        <source>{count} hold something to look at.</source>
        <translation>{count} 份有需要看的地方。</translation>
    </message>
    <message>
        <source>Another engine is in use now: {count} were left.</source>
        <translation>现在使用的是另一个引擎：有 {count} 张没有写。</translation>
    </message>
    <message>
        <source>{count} could not be drafted.</source>
        <translation>{count} 份无法起草。</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Something did not work</source>
        <translation>有个地方出了问题</translation>
    </message>
    <message>
        <source>The program met a fault of its own. Your tickets and drafts are safe. The details stand in {log}, without ticket text.</source>
        <translation>程序自身出现错误。您的工单和草稿都安全。详细信息在 {log}，不含工单内容。</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>CandidateModel</name>
    <message>
        <source>Has a reply of yours: {ticket}</source>
        <translation>已有您写的回复：{ticket}</translation>
    </message>
    <message>
        <source>Look first: {ticket}</source>
        <translation>请先看：{ticket}</translation>
    </message>
</context>
<context>
    <name>CareView</name>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>No policy answers</source>
        <translation>政策没有答案的问题</translation>
    </message>
    <message>
        <source>Set a new date</source>
        <translation>设置新日期</translation>
    </message>
    <message>
        <source>{state}, {used}</source>
        <translation>{state}，{used}</translation>
    </message>
    <message>
        <source>{count} tickets</source>
        <translation>{count} 张工单</translation>
    </message>
    <message>
        <source>1 ticket</source>
        <translation>1 张工单</translation>
    </message>
</context>
<context>
    <name>CertificateField</name>
    <message>
        <source>Choose a PEM file</source>
        <translation>选择 PEM 文件</translation>
    </message>
    <message>
        <source>Only the system’s</source>
        <translation>只用系统的</translation>
    </message>
    <message>
        <source>{file}, beside the system’s certificates.</source>
        <translation>{file}，另加系统的证书。</translation>
    </message>
    <message>
        <source>The system’s certificates are trusted.</source>
        <translation>信任系统的证书。</translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>Proposed change</source>
        <translation>建议的修改</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>What the import changed</source>
        <translation>导入带来的变化</translation>
    </message>
    <message>
        <source>{file} and {count} more</source>
        <translation>{file} 等另 {count} 个文件</translation>
    </message>
    <message>
        <source>Its data is {as_of}.</source>
        <translation>数据{as_of}。</translation>
    </message>
    <message>
        <source>Drafts that are older than the conversation</source>
        <translation>早于最新对话的草稿</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>{count} tickets left the queue; they and their drafts are kept.</source>
        <translation>{count} 张工单已移出队列；工单和草稿都保留。</translation>
    </message>
    <message>
        <source>1 ticket left the queue; it and its draft are kept.</source>
        <translation>1 张工单已移出队列；工单和草稿都保留。</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>放回队列</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Table and files of “{chart}”</source>
        <translation>“{chart}”的表格和文件</translation>
    </message>
    <message>
        <source>Show the chart</source>
        <translation>显示图表</translation>
    </message>
    <message>
        <source>Show the table</source>
        <translation>显示表格</translation>
    </message>
    <message>
        <source>Save as {form}</source>
        <translation>存为 {form}</translation>
    </message>
    <message>
        <source>Save “{chart}”</source>
        <translation>保存“{chart}”</translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>Read it so</source>
        <translation>就这样读取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Type to find</source>
        <translation>输入以查找</translation>
    </message>
</context>
<context>
    <name>ClipboardStrip</name>
    <message>
        <source>Open in helpdesk</source>
        <translation>在客服系统中打开</translation>
    </message>
    <message>
        <source>Back to it</source>
        <translation>回到该工单</translation>
    </message>
    <message>
        <source>On the clipboard: {what}</source>
        <translation>剪贴板上：{what}</translation>
    </message>
</context>
<context>
    <name>ColumnProposal</name>
    <message>
        <source>Let {model} look at the columns</source>
        <translation>让 {model} 看看这些列</translation>
    </message>
    <message>
        <source>Looking at the columns</source>
        <translation>正在看各列</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Let {model} look at the columns</source>
        <translation>让 {model} 看看这些列</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Letters and figures of the rows are replaced: only what each cell looks like leaves this computer. What comes back only fills in the mapping; nothing is imported before you say so.</source>
        <translation>各行的字母、汉字和数字都会被替换：离开这台电脑的只有每个单元格的样子。返回的结果只用来填写对应关系；没有您的确认，什么也不会导入。</translation>
    </message>
    <message>
        <source>This goes to {host}, and nothing else of the file. No known price.</source>
        <translation>这些内容会发给 {host}，文件里的其他内容都不会发出。价格未知。</translation>
    </message>
    <message>
        <source>This goes to {host}, and nothing else of the file. About {cost}.</source>
        <translation>这些内容会发给 {host}，文件里的其他内容都不会发出。约 {cost}。</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>要发出的内容</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>文件里的列</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>您想做什么？</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>run</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>No action is called “{text}”.</source>
        <translation>没有名为“{text}”的操作。</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>投入程度</translation>
    </message>
    <message>
        <source>By rules, without a model</source>
        <translation>按规则，不用模型</translation>
    </message>
    <message>
        <source>low effort</source>
        <translation>低投入</translation>
    </message>
    <message>
        <source>medium effort</source>
        <translation>中投入</translation>
    </message>
    <message>
        <source>high effort</source>
        <translation>高投入</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>没有任何内容离开这台电脑。</translation>
    </message>
    <message>
        <source>No known price; the text goes to {host}.</source>
        <translation>价格未知；文本发送到 {host}。</translation>
    </message>
    <message>
        <source>Costs nothing; the text goes to {host}.</source>
        <translation>不产生费用；文本发送到 {host}。</translation>
    </message>
    <message>
        <source>About {cost}; the text goes to {host}.</source>
        <translation>约 {cost}；文本发送到 {host}。</translation>
    </message>
    <message>
        <source>No draft came: {why}.</source>
        <translation>没有生成草稿：{why}。</translation>
    </message>
    <message>
        <source>{count} unproven</source>
        <translation>{count} 句无依据</translation>
    </message>
</context>
<context>
    <name>ComparingPage</name>
    <message>
        <source>First</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二个</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>The newest tickets of the inbox are drafted by both; these drafts are no versions of the tickets. Distance is the share of words between a draft and the reply that you copied for the ticket.</source>
        <translation>收件箱中最新的工单由两者分别起草；这些草稿不是工单的版本。差距是草稿与您为该工单复制的回复之间不同词语的比例。</translation>
    </message>
    <message>
        <source>You are offline: switch to an engine first.</source>
        <translation>您处于离线状态：请先切换到一个引擎。</translation>
    </message>
    <message>
        <source>Switch to this engine to set it up.</source>
        <translation>请切换到此引擎进行设置。</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>存为 CSV</translation>
    </message>
    <message>
        <source>Read the drafts</source>
        <translation>阅读草稿</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>First text</source>
        <translation>首段文字</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>Unproven</source>
        <translation>无依据</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another folder.</source>
        <translation>无法写入文件。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>保存比较</translation>
    </message>
</context>
<context>
    <name>ComparingWork</name>
    <message>
        <source>Comparing drafts</source>
        <translation>正在比较草稿</translation>
    </message>
</context>
<context>
    <name>ConflictCards</name>
    <message>
        <source>Previous contradiction</source>
        <translation>上一处矛盾</translation>
    </message>
    <message>
        <source>Next contradiction</source>
        <translation>下一处矛盾</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>互相矛盾之处</translation>
    </message>
    <message>
        <source>{count} to settle</source>
        <translation>{count} 处待确认</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>第 {place} 处，共 {count} 处</translation>
    </message>
    <message>
        <source>{count} settled, ask again</source>
        <translation>已确认 {count} 处，重新询问</translation>
    </message>
    <message>
        <source>No two passages give different figures for the same matter.</source>
        <translation>没有两段政策对同一件事给出不同的数字。</translation>
    </message>
    <message>
        <source>Policies are compared when all files are read.</source>
        <translation>所有文件读取完毕后会比对政策。</translation>
    </message>
    <message>
        <source>Also {place}: {sentence}</source>
        <translation>另见 {place}：{sentence}</translation>
    </message>
    <message>
        <source>Both hold, for different cases</source>
        <translation>两者都成立，适用于不同情况</translation>
    </message>
    <message>
        <source>No contradiction</source>
        <translation>并无矛盾</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Address answers</source>
        <translation>地址有响应</translation>
    </message>
    <message>
        <source>Certificate holds</source>
        <translation>证书有效</translation>
    </message>
    <message>
        <source>Key is accepted</source>
        <translation>密钥被接受</translation>
    </message>
    <message>
        <source>{model} writes</source>
        <translation>{model} 可撰写</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>流式输出</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Structured output</source>
        <translation>结构化输出</translation>
    </message>
    <message>
        <source>Answer by a tool</source>
        <translation>以工具作答</translation>
    </message>
    <message>
        <source>Citations</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Caching</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Token counting</source>
        <translation>词元计数</translation>
    </message>
    <message>
        <source>Batches at half price</source>
        <translation>半价批量</translation>
    </message>
    <message>
        <source>first text {seconds} s</source>
        <translation>首段文字 {seconds} 秒</translation>
    </message>
    <message>
        <source>second request read {count} tokens</source>
        <translation>第二次请求从缓存读取 {count} 个词元</translation>
    </message>
    <message>
        <source>{count} tokens in the question</source>
        <translation>问题共 {count} 个词元</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>What to do: {remedy}.</source>
        <translation>请：{remedy}。</translation>
    </message>
    <message>
        <source>No text came. Choose another model for this task.</source>
        <translation>没有收到文字。请为此任务选择其他模型。</translation>
    </message>
    <message>
        <source>Answers come in one piece: text appears once all of it is written.</source>
        <translation>答案一次整份传来：全部写完后文字才会出现。</translation>
    </message>
    <message>
        <source>Nothing is said of thinking: the model thinks as it does by itself.</source>
        <translation>不提及思考：模型按其自身的方式思考。</translation>
    </message>
    <message>
        <source>A tool, or else words, ask for the shape instead; it is checked here.</source>
        <translation>改用工具、或用文字要求格式，并在此检查。</translation>
    </message>
    <message>
        <source>Words ask for the shape; what does not fit is asked for once more.</source>
        <translation>用文字要求格式；不符的会再要求一次。</translation>
    </message>
    <message>
        <source>Passages are numbered instead, and marks in the answer name them.</source>
        <translation>改为给段落编号，由答案中的记号指明。</translation>
    </message>
    <message>
        <source>Nothing is kept there; each draft is sent only the best passages.</source>
        <translation>那里不保留内容；每份草稿只发送最合适的段落。</translation>
    </message>
    <message>
        <source>Lengths are estimated here instead.</source>
        <translation>长度改在此估算。</translation>
    </message>
    <message>
        <source>Bulk work goes request by request, at the full price.</source>
        <translation>批量工作逐个发送，按全价计费。</translation>
    </message>
    <message>
        <source>Ready. What takes the place of the following stands below: {rungs}.</source>
        <translation>可以使用。以下项目的替代方式列在下方：{rungs}。</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>流式输出</translation>
    </message>
    <message>
        <source>thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>effort</source>
        <translation>力度</translation>
    </message>
    <message>
        <source>structured output</source>
        <translation>结构化输出</translation>
    </message>
    <message>
        <source>answers by a tool</source>
        <translation>以工具作答</translation>
    </message>
    <message>
        <source>a tool that must be used</source>
        <translation>必须使用的工具</translation>
    </message>
    <message>
        <source>citations</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>caching</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>token counting</source>
        <translation>词元计数</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>Not ready. What fails: {rung}.</source>
        <translation>尚未就绪。失败之处：{rung}。</translation>
    </message>
    <message>
        <source>Ready. Everything works here.</source>
        <translation>已就绪，全部可用。</translation>
    </message>
</context>
<context>
    <name>ConnectionLadder</name>
    <message>
        <source>Test of the connection</source>
        <translation>连接测试</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Copy for your administrator</source>
        <translation>复制给管理员</translation>
    </message>
    <message>
        <source>It sends a few short questions of its own, and no ticket.</source>
        <translation>只发送几个自备的简短问题，不发送工单。</translation>
    </message>
    <message>
        <source>Nothing to test: the offline engine needs no connection.</source>
        <translation>无需测试：离线引擎不需要连接。</translation>
    </message>
    <message>
        <source>Testing.</source>
        <translation>测试中。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>{time}, {seconds} s, cost {cost}</source>
        <translation>{time}，{seconds} 秒，费用 {cost}</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>再测一次</translation>
    </message>
</context>
<context>
    <name>CopyQuestion</name>
    <message>
        <source>Copy anyway</source>
        <translation>仍要复制</translation>
    </message>
    <message>
        <source>Show the pair</source>
        <translation>显示这一对</translation>
    </message>
    <message>
        <source>Draft again</source>
        <translation>重新起草</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>前往该处</translation>
    </message>
    <message>
        <source>Remove the sentence</source>
        <translation>删除这个句子</translation>
    </message>
    <message>
        <source>Remove the sentences</source>
        <translation>移除这些句子</translation>
    </message>
    <message>
        <source>Ask the customer</source>
        <translation>询问顾客</translation>
    </message>
    <message>
        <source>The reply is copied as soon as both languages agree on what you changed.</source>
        <translation>您改动的内容译好并核对后，回复就会复制。</translation>
    </message>
    <message>
        <source>The reply is long. It is copied as soon as it is checked.</source>
        <translation>回复较长，核对完后会马上复制。</translation>
    </message>
    <message>
        <source>Only for your team: {claims}.</source>
        <translation>仅供团队内部：{claims}。</translation>
    </message>
    <message>
        <source>From another customer&apos;s reply: {claims}.</source>
        <translation>出自给另一位客户的回复：{claims}。</translation>
    </message>
    <message>
        <source>In no policy: {claims}.</source>
        <translation>政策中没有：{claims}。</translation>
    </message>
    <message>
        <source>More is asked about next: {count}.</source>
        <translation>接着还会询问：{count} 项。</translation>
    </message>
    <message>
        <source>Not translated into the draft: “{words}”.</source>
        <translation>尚未译入草稿：“{words}”。</translation>
    </message>
    <message>
        <source>The draft has changed since you wrote: “{words}”.</source>
        <translation>您写下“{words}”之后，草稿已经改了。</translation>
    </message>
    <message>
        <source>Not translated: “{words}”.</source>
        <translation>尚未翻译：“{words}”。</translation>
    </message>
    <message>
        <source>The two languages differ. {words}.</source>
        <translation>两种语言不一致。{words}。</translation>
    </message>
    <message>
        <source>Copy the reply?</source>
        <translation>要复制回复吗？</translation>
    </message>
</context>
<context>
    <name>CopyRow</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Copy and next</source>
        <translation>复制并下一个</translation>
    </message>
    <message>
        <source>Copy {language}</source>
        <translation>复制 {language}</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>first text {seconds} s</source>
        <translation>首字 {seconds} 秒</translation>
    </message>
    <message>
        <source>{prompt} + {output} tokens</source>
        <translation>{prompt} + {output} 个词元</translation>
    </message>
    <message>
        <source>{percent} % from cache</source>
        <translation>{percent} % 取自缓存</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>未计价</translation>
    </message>
    <message>
        <source>{sum}, partial, estimated</source>
        <translation>{sum}，部分，估算值</translation>
    </message>
</context>
<context>
    <name>CopyingWork</name>
    <message>
        <source>Changing the status of tickets</source>
        <translation>正在更改工单状态</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Each day, and before a new version changes the database, a copy of it is kept; the newest five stay, and all of the last day.</source>
        <translation>每天以及新版本更改数据库之前，都会保留一份数据库副本；最新的五份以及最近一天的全部副本会保留。</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>还没有副本。</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Tickets, drafts and policies are kept here and nowhere else, readable by you alone. Encrypting the disk is the system’s job.</source>
        <translation>工单、草稿和政策只存放在这里，只有您能读取。磁盘加密由操作系统负责。</translation>
    </message>
    <message>
        <source>How long tickets stay</source>
        <translation>工单保留多久</translation>
    </message>
    <message>
        <source>Tickets without a message, change, draft or copy for so many days are removed with all that belongs to them, when the program starts and once a day. You are told how many. 0 keeps them.</source>
        <translation>这么多天没有新消息、更改、草稿或复制的工单，会在程序启动时以及每天一次，连同所有相关内容一起移除，并告诉您移除了多少。0 表示一直保留。</translation>
    </message>
    <message>
        <source>A ticket that waits for your answer stays until you mark it as replied, skipped or escalated. Backups lose removed tickets as newer copies take their places.</source>
        <translation>等您回复的工单会一直保留，直到您标记为已回复、已跳过或已升级。备份中已移除的工单，会随较新的副本取代旧副本而消失。</translation>
    </message>
    <message>
        <source>There are no tickets yet.</source>
        <translation>还没有工单。</translation>
    </message>
    <message>
        <source>Days that tickets of {source} stay</source>
        <translation>{source} 的工单保留天数</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>一直保留</translation>
    </message>
    <message>
        <source>{time}, {size}</source>
        <translation>{time}，{size}</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore the backup of {time}</source>
        <translation>恢复 {time} 的备份</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
</context>
<context>
    <name>DeskWork</name>
    <message>
        <source>Nothing in this draft is unproven.</source>
        <translation>这份草稿里没有无依据的内容。</translation>
    </message>
    <message>
        <source>There is nothing to compare yet.</source>
        <translation>还没有可比较的版本。</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Table (CSV)</source>
        <translation>表格（CSV）</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Commas between the cells</source>
        <translation>以逗号分隔</translation>
    </message>
    <message>
        <source>Semicolons between the cells</source>
        <translation>以分号分隔</translation>
    </message>
    <message>
        <source>Tabs between the cells</source>
        <translation>以制表符分隔</translation>
    </message>
    <message>
        <source>Bars between the cells</source>
        <translation>以竖线分隔</translation>
    </message>
    <message>
        <source>Full-width commas between the cells</source>
        <translation>以全角逗号分隔</translation>
    </message>
    <message>
        <source>“{sign}” between the cells</source>
        <translation>以“{sign}”分隔</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>工单编号</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Message text</source>
        <translation>消息内容</translation>
    </message>
    <message>
        <source>Reply that was sent</source>
        <translation>已发出的回复</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>提出者</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新时间</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>解决时间</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服人员</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Message number</source>
        <translation>消息编号</translation>
    </message>
    <message>
        <source>Answers message number</source>
        <translation>所回复消息的编号</translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation>消息时间</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Author’s e-mail</source>
        <translation>作者电子邮件</translation>
    </message>
    <message>
        <source>Author’s number</source>
        <translation>作者编号</translation>
    </message>
    <message>
        <source>Author’s role</source>
        <translation>作者角色</translation>
    </message>
    <message>
        <source>Requester’s number</source>
        <translation>提出者编号</translation>
    </message>
    <message>
        <source>Public or not</source>
        <translation>是否公开</translation>
    </message>
    <message>
        <source>Internal or not</source>
        <translation>是否内部</translation>
    </message>
    <message>
        <source>Kind of message</source>
        <translation>消息类型</translation>
    </message>
    <message>
        <source>Incoming or not</source>
        <translation>是否来信</translation>
    </message>
    <message>
        <source>No message text in this export. Do this instead:</source>
        <translation>这份导出文件里没有消息内容。请改用下面的做法：</translation>
    </message>
    <message>
        <source>Only the first words of each message. Do this instead:</source>
        <translation>每条消息只有开头几个字。请改用下面的做法：</translation>
    </message>
    <message>
        <source>Drop the mails themselves (.eml, .mbox or .msg), or copy a conversation in the helpdesk and paste it here with Ctrl+V.</source>
        <translation>请把邮件本身（.eml、.mbox 或 .msg）拖进来，或在客服系统里复制对话，再用 Ctrl+V 粘贴到这里。</translation>
    </message>
    <message>
        <source>Exports are switched on by Zendesk’s support, only administrators see them, and the Team plan has none.</source>
        <translation>导出功能要由 Zendesk 客服开启，只有管理员看得到，Team 方案没有这项功能。</translation>
    </message>
    <message>
        <source>If you cannot make that export</source>
        <translation>如果无法这样导出</translation>
    </message>
    <message>
        <source>Drop the file on this window. A ticket that is in both files stays one.</source>
        <translation>把文件拖到这个窗口。两份文件里都有的工单只会有一张。</translation>
    </message>
    <message>
        <source>Zendesk’s CSV never carries the conversation. Its JSON export does.</source>
        <translation>Zendesk 的 CSV 从不包含对话。它的 JSON 导出有。</translation>
    </message>
    <message>
        <source>In Zendesk, open Admin Center › Account › Tools › Reports › Export.</source>
        <translation>在 Zendesk 打开 Admin Center › Account › Tools › Reports › Export。</translation>
    </message>
    <message>
        <source>Beside JSON, choose tickets from the last 30 days and ask for the file. A link comes by mail.</source>
        <translation>在 JSON 旁选择最近 30 天的工单并请求文件。链接会用邮件发来。</translation>
    </message>
    <message>
        <source>{vendor} leaves the message out unless Description is ticked.</source>
        <translation>没有勾选 Description 时，{vendor} 不会导出消息内容。</translation>
    </message>
    <message>
        <source>In {vendor}, open the list of tickets and choose Export.</source>
        <translation>在 {vendor} 打开工单列表，选择 Export。</translation>
    </message>
    <message>
        <source>Among the ticket fields, tick Description, and export as CSV.</source>
        <translation>在工单字段中勾选 Description，导出为 CSV。</translation>
    </message>
    <message>
        <source>Intercom’s list of conversations holds none of their messages.</source>
        <translation>Intercom 的对话列表不包含消息。</translation>
    </message>
    <message>
        <source>In Intercom, export the conversations with their transcripts.</source>
        <translation>在 Intercom 导出对话及其完整记录。</translation>
    </message>
    <message>
        <source>Intercom mails a .zip; it need not be unpacked.</source>
        <translation>Intercom 会发来 .zip 文件，不必解压。</translation>
    </message>
    <message>
        <source>This export leaves out the columns Description and Comment.</source>
        <translation>这份导出文件没有 Description 和 Comment 列。</translation>
    </message>
    <message>
        <source>In Jira, search for the issues.</source>
        <translation>在 Jira 搜索这些 issue。</translation>
    </message>
    <message>
        <source>Choose Export › Export CSV (all fields).</source>
        <translation>选择 Export › Export CSV (all fields)。</translation>
    </message>
    <message>
        <source>HubSpot exports the columns of the view, and this view has no description.</source>
        <translation>HubSpot 导出视图里的列，而这个视图没有描述。</translation>
    </message>
    <message>
        <source>In HubSpot, add the column Ticket description to the view.</source>
        <translation>在 HubSpot 的视图中加入 Ticket description 列。</translation>
    </message>
    <message>
        <source>Export the view as CSV.</source>
        <translation>将视图导出为 CSV。</translation>
    </message>
    <message>
        <source>{vendor}’s exports never carry the conversation. Its interface (API) does.</source>
        <translation>{vendor} 的导出文件从不包含对话。它的接口（API）有。</translation>
    </message>
    <message>
        <source>Ask whoever looks after {vendor} for the conversations with their messages, as JSON.</source>
        <translation>请负责 {vendor} 的同事提供含消息的对话（JSON）。</translation>
    </message>
    <message>
        <source>There are subjects, but nothing a reply could rest on.</source>
        <translation>有主题，但没有可供回复依据的内容。</translation>
    </message>
    <message>
        <source>In your helpdesk, look for an export with description, comments or JSON.</source>
        <translation>请在客服系统里找包含描述、评论或 JSON 的导出。</translation>
    </message>
    <message>
        <source>If there is none</source>
        <translation>如果没有</translation>
    </message>
    <message>
        <source>No message text</source>
        <translation>没有消息内容</translation>
    </message>
    <message>
        <source>subjects only; nothing a reply could rest on</source>
        <translation>只有主题，没有可供回复依据的内容</translation>
    </message>
    <message>
        <source>answers, but nothing that customers wrote; nothing a reply could rest on</source>
        <translation>只有回复，没有客户写的内容；没有可供回复依据的内容</translation>
    </message>
    <message>
        <source>Choose the column that holds it; until then nothing can be imported. If there is none, make an export with description or comments, or copy a conversation in the helpdesk and paste it here.</source>
        <translation>请选择包含消息内容的列；在此之前无法导入。如果没有这样的列，请改为导出带描述或评论的文件，或在客服系统中复制对话并粘贴到这里。</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} 个文件</translation>
    </message>
    <message>
        <source>{count} columns, {used} of them used</source>
        <translation>{count} 列，使用其中 {used} 列</translation>
    </message>
    <message>
        <source>{columns}. {notice}</source>
        <translation>{columns}。{notice}</translation>
    </message>
    <message>
        <source>Put together with what was dropped beside it</source>
        <translation>与一起拖入的文件合并</translation>
    </message>
    <message>
        <source>most of its tickets are there, with the same numbers and words</source>
        <translation>其中大多数工单已在此，编号和文字相同</translation>
    </message>
    <message>
        <source>its messages name their numbers</source>
        <translation>其中的消息写有它们的编号</translation>
    </message>
    <message>
        <source>its tickets stand beside those that have the same numbers</source>
        <translation>其工单与编号相同的工单并存</translation>
    </message>
    <message>
        <source>reads as {words}</source>
        <translation>读作 {words}</translation>
    </message>
    <message>
        <source>One row for each ticket</source>
        <translation>每行一张工单</translation>
    </message>
    <message>
        <source>One row for each message</source>
        <translation>每行一条消息</translation>
    </message>
    <message>
        <source>One row for each question and its answer</source>
        <translation>每行一个问题及其回答</translation>
    </message>
    <message>
        <source>{closed} closed, {open} open or new</source>
        <translation>{closed} 张已关闭，{open} 张未结或新建</translation>
    </message>
    <message>
        <source>No column is known as the ticket number</source>
        <translation>没有识别出工单编号所在的列</translation>
    </message>
    <message>
        <source>{columns}: different in each row. If this is the number, choose it; without it no ticket can be found by its number or opened in the helpdesk.</source>
        <translation>{columns}：每行都不同。如果这就是编号，请选用；没有编号，就无法按编号查找工单，也无法在客服系统中打开。</translation>
    </message>
    <message>
        <source>Texts that are not read</source>
        <translation>未读取的文本</translation>
    </message>
    <message>
        <source>Times of {zone}</source>
        <translation>{zone} 的时间</translation>
    </message>
    <message>
        <source>No time zone in the file</source>
        <translation>文件里没有时区</translation>
    </message>
    <message>
        <source>The time zone in its header is not known</source>
        <translation>表头中的时区无法识别</translation>
    </message>
    <message>
        <source>taken from this computer: {zone}</source>
        <translation>取自这台电脑：{zone}</translation>
    </message>
    <message>
        <source>Numbers damaged by a spreadsheet</source>
        <translation>编号被电子表格损坏</translation>
    </message>
    <message>
        <source>{count} ticket numbers damaged by a spreadsheet</source>
        <translation>{count} 个工单编号被电子表格损坏</translation>
    </message>
    <message>
        <source>1 ticket number damaged by a spreadsheet</source>
        <translation>1 个工单编号被电子表格损坏</translation>
    </message>
    <message>
        <source>{count} rows repeat a ticket number</source>
        <translation>{count} 行重复了工单编号</translation>
    </message>
    <message>
        <source>1 row repeats a ticket number</source>
        <translation>1 行重复了工单编号</translation>
    </message>
    <message>
        <source>the last of each stays</source>
        <translation>各以最后一行为准</translation>
    </message>
    <message>
        <source>{count} rows have the ticket number of another customer</source>
        <translation>{count} 行的工单号与其他客户的相同</translation>
    </message>
    <message>
        <source>1 row has the ticket number of another customer</source>
        <translation>1 行的工单号与其他客户的相同</translation>
    </message>
    <message>
        <source>a ticket of its own each, without a number</source>
        <translation>各自成为一张没有编号的工单</translation>
    </message>
    <message>
        <source>{count} rows are the same as another</source>
        <translation>{count} 行与另一行相同</translation>
    </message>
    <message>
        <source>1 row is the same as another</source>
        <translation>1 行与另一行相同</translation>
    </message>
    <message>
        <source>without a number nothing tells them apart; each is taken once</source>
        <translation>没有编号就无从区分；相同的只取一次</translation>
    </message>
    <message>
        <source>{count} attachments, by name only</source>
        <translation>{count} 个附件，只有名称</translation>
    </message>
    <message>
        <source>Taken for a newer export of “{source}”</source>
        <translation>视为“{source}”的较新导出</translation>
    </message>
    <message>
        <source>Put to the tickets of “{source}”</source>
        <translation>归入“{source}”的工单</translation>
    </message>
    <message>
        <source>Kept apart from “{source}”</source>
        <translation>与“{source}”分开保存</translation>
    </message>
    <message>
        <source>A spreadsheet does not keep all digits, so one number stands for many; kept as text, never used to join. Export again and do not open the file in between.</source>
        <translation>表格软件不会保留全部位数，一个编号可能代表许多编号；保留为文本，不用来对应。请重新导出，中途不要打开文件。</translation>
    </message>
    <message>
        <source>1 attachment, by name only</source>
        <translation>1 个附件，只有名称</translation>
    </message>
    <message>
        <source>line {line}: {reason}</source>
        <translation>第 {line} 行：{reason}</translation>
    </message>
</context>
<context>
    <name>DoctorPage</name>
    <message>
        <source>What to do</source>
        <translation>该怎么做</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>being read …</source>
        <translation>读取中 …</translation>
    </message>
    <message>
        <source>{count} more wait.</source>
        <translation>还有 {count} 份在等候。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>{count} tickets</source>
        <translation>{count} 张工单</translation>
    </message>
    <message>
        <source>1 ticket</source>
        <translation>1 张工单</translation>
    </message>
    <message>
        <source>{count} messages</source>
        <translation>{count} 条消息</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 条消息</translation>
    </message>
    <message>
        <source>{tickets}, {messages}, {size}</source>
        <translation>{tickets}，{messages}，{size}</translation>
    </message>
    <message>
        <source>read in {seconds} s</source>
        <translation>读取用时 {seconds} 秒</translation>
    </message>
    <message>
        <source>{figures}, {seconds}</source>
        <translation>{figures}，{seconds}</translation>
    </message>
    <message>
        <source>1 more waits.</source>
        <translation>还有 1 份在等候。</translation>
    </message>
    <message>
        <source>{figures}. {more}</source>
        <translation>{figures}。{more}</translation>
    </message>
    <message>
        <source>Import without text</source>
        <translation>不含内容导入</translation>
    </message>
    <message>
        <source>Import {count}</source>
        <translation>导入 {count} 张</translation>
    </message>
    <message>
        <source>Import {count} without text</source>
        <translation>不含内容导入 {count} 张</translation>
    </message>
    <message>
        <source>It is imported. Change something and import it again: it takes the place of the first import. Your statuses and drafts stay.</source>
        <translation>已导入。更改后重新导入，会取代第一次的导入；您设的状态和草稿都保留。</translation>
    </message>
    <message>
        <source>Nothing has been imported yet. What you change here is remembered for this header.</source>
        <translation>尚未导入任何内容。您在这里的更改会为这种表头记住。</translation>
    </message>
    <message>
        <source>Nothing has been imported yet.</source>
        <translation>尚未导入任何内容。</translation>
    </message>
</context>
<context>
    <name>DraftEditor</name>
    <message>
        <source>Draft reply</source>
        <translation>回复草稿</translation>
    </message>
    <message>
        <source>Press R for a draft, or write the reply here.</source>
        <translation>按 R 生成草稿，或在此撰写回复。</translation>
    </message>
</context>
<context>
    <name>DraftingWork</name>
    <message>
        <source>The model reads the ticket first: no policy is in its language.</source>
        <translation>模型会先读这张工单：没有以其语言撰写的政策。</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>The text so far is kept.</source>
        <translation>目前的文字已保留。</translation>
    </message>
    <message>
        <source>What it had begun stays, because you typed into it: check it.</source>
        <translation>已写的部分因您已改动而保留，请检查。</translation>
    </message>
    <message>
        <source>What it had begun is discarded.</source>
        <translation>已写的部分已舍弃。</translation>
    </message>
    <message>
        <source>The engine takes no more requests for {seconds} s.</source>
        <translation>引擎在 {seconds} 秒内不再接受请求。</translation>
    </message>
    <message>
        <source>this model</source>
        <translation>此模型</translation>
    </message>
    <message>
        <source>Check the key</source>
        <translation>检查密钥</translation>
    </message>
    <message>
        <source>Check the address</source>
        <translation>检查地址</translation>
    </message>
    <message>
        <source>Check proxy and certificates</source>
        <translation>检查代理与证书</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Raise the cap</source>
        <translation>提高上限</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>看一看</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>添加密钥</translation>
    </message>
    <message>
        <source>Today’s cap of requests without a known price is reached.</source>
        <translation>今日价格未知请求的上限已到。</translation>
    </message>
    <message>
        <source>Today’s cap is reached.</source>
        <translation>今日上限已到。</translation>
    </message>
    <message>
        <source>Today’s cap of {cap} is reached: about {away} of it is for batches that are not read yet.</source>
        <translation>已达到今日上限 {cap}：其中约 {away} 留给尚未读取的批次。</translation>
    </message>
    <message>
        <source>Today’s cap of {cap} is reached.</source>
        <translation>今日上限 {cap} 已到。</translation>
    </message>
    <message>
        <source>Claude needs an API key.</source>
        <translation>Claude 需要 API 密钥。</translation>
    </message>
    <message>
        <source>No AWS region is set for this engine.</source>
        <translation>此引擎尚未设置 AWS 区域。</translation>
    </message>
    <message>
        <source>AWS’s own tools have no credentials for this engine, or expired ones.</source>
        <translation>AWS 自己的工具没有此引擎的凭据，或凭据已过期。</translation>
    </message>
    <message>
        <source>Amazon Bedrock needs one more package. Enter this in a terminal, then start the program again: pip install &quot;supportdesk[bedrock]&quot;.</source>
        <translation>Amazon Bedrock 还需要一个软件包。请在终端输入以下命令，再重新启动程序：pip install &quot;supportdesk[bedrock]&quot;.</translation>
    </message>
    <message>
        <source>The key was refused.</source>
        <translation>密钥被拒绝。</translation>
    </message>
    <message>
        <source>The session of these AWS credentials has ended: enter new ones.</source>
        <translation>这些 AWS 凭证的会话已结束：请输入新的凭证。</translation>
    </message>
    <message>
        <source>AWS takes no request from this computer, because its clock is wrong: set the time and try again.</source>
        <translation>这台电脑的时钟不准，AWS 不接受它的请求：请校准时间后重试。</translation>
    </message>
    <message>
        <source>The address of this engine is in another AWS region than the one set.</source>
        <translation>此引擎的地址与所设的 AWS 区域不一致。</translation>
    </message>
    <message>
        <source>The account of this key has no credit left.</source>
        <translation>此密钥的账户已无余额。</translation>
    </message>
    <message>
        <source>This key may not use {model}.</source>
        <translation>此密钥无权使用 {model}。</translation>
    </message>
    <message>
        <source>This AWS account has no access to {model} yet: an administrator asks for it in the Bedrock console.</source>
        <translation>此 AWS 账户还无权使用 {model}：请管理员在 Bedrock 控制台申请。</translation>
    </message>
    <message>
        <source>Bedrock answers for {model} by an inference profile only: choose a name that begins with global, eu or us.</source>
        <translation>Bedrock 只通过推理配置文件提供 {model}：请选择以 global、eu 或 us 开头的名称。</translation>
    </message>
    <message>
        <source>The engine does not know {model}.</source>
        <translation>引擎不认识 {model}。</translation>
    </message>
    <message>
        <source>{model} was retired on {date}. Today {successor} takes its place.</source>
        <translation>{model} 已于 {date} 停用，现由 {successor} 取代。</translation>
    </message>
    <message>
        <source>Ticket and policies together are longer than {model} takes.</source>
        <translation>工单与政策合计超过 {model} 可接受的长度。</translation>
    </message>
    <message>
        <source>The engine does not take this kind of request.</source>
        <translation>引擎不接受这种请求。</translation>
    </message>
    <message>
        <source>The engine takes no more requests for a moment.</source>
        <translation>引擎暂时不再接受请求。</translation>
    </message>
    <message>
        <source>The spend limit of this key’s account is reached.</source>
        <translation>此密钥账户的支出上限已到。</translation>
    </message>
    <message>
        <source>The engine is busy.</source>
        <translation>引擎正忙。</translation>
    </message>
    <message>
        <source>The engine has a fault of its own.</source>
        <translation>引擎自身出现故障。</translation>
    </message>
    <message>
        <source>What answers at this address is no engine.</source>
        <translation>此地址的响应并非来自引擎。</translation>
    </message>
    <message>
        <source>This engine takes no batches.</source>
        <translation>此引擎不接受批次。</translation>
    </message>
    <message>
        <source>The engine cannot be reached: check the network.</source>
        <translation>无法连接引擎：请检查网络。</translation>
    </message>
    <message>
        <source>The proxy of this network does not let requests through to the engine.</source>
        <translation>此网络的代理服务器未让请求通往引擎。</translation>
    </message>
    <message>
        <source>The proxy asks for a user and a password, or refused the ones it got.</source>
        <translation>代理要求用户名和密码，或拒绝了收到的那一组。</translation>
    </message>
    <message>
        <source>The certificate of this address does not hold, so nothing was sent.</source>
        <translation>此地址的证书无效，因此未发送任何内容。</translation>
    </message>
    <message>
        <source>The certificate file cannot be read, so nothing was sent.</source>
        <translation>无法读取证书文件，因此未发送任何内容。</translation>
    </message>
    <message>
        <source>The engine did not answer in time.</source>
        <translation>引擎未及时响应。</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>连接中断。</translation>
    </message>
    <message>
        <source>The engine fell silent in mid-answer.</source>
        <translation>引擎在回答途中没了响应。</translation>
    </message>
    <message>
        <source>The engine’s answer cannot be read.</source>
        <translation>无法读取引擎的回答。</translation>
    </message>
    <message>
        <source>The engine does not answer this ticket.</source>
        <translation>引擎不回答此工单。</translation>
    </message>
    <message>
        <source>The answer reached its limit and is cut off.</source>
        <translation>回答到达长度上限而被截断。</translation>
    </message>
    <message>
        <source>Nothing was sent: something may be personal and is not masked.</source>
        <translation>没有发出任何内容：有些字可能是个人信息，而且没有遮盖。</translation>
    </message>
    <message>
        <source>Another engine is in use now; this stopped.</source>
        <translation>现在使用的是另一个引擎，这项工作已停止。</translation>
    </message>
</context>
<context>
    <name>EngineForm</name>
    <message>
        <source>What answers</source>
        <translation>由谁回答</translation>
    </message>
    <message>
        <source>The engine in use</source>
        <translation>使用中的引擎</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>AWS profile</source>
        <translation>AWS 配置文件</translation>
    </message>
    <message>
        <source>As AWS’s own tools find it</source>
        <translation>按 AWS 工具的做法</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>The way there</source>
        <translation>连接途径</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Its user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Its password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Which model for what</source>
        <translation>各项任务用的模型</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Unsure tickets</source>
        <translation>没把握的工单</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Effort, {task}</source>
        <translation>力度，{task}</translation>
    </message>
    <message>
        <source>Low effort</source>
        <translation>低力度</translation>
    </message>
    <message>
        <source>Medium effort</source>
        <translation>中力度</translation>
    </message>
    <message>
        <source>High effort</source>
        <translation>高力度</translation>
    </message>
    <message>
        <source>Think before answering</source>
        <translation>先思考再回答</translation>
    </message>
    <message>
        <source>Thinking, at most</source>
        <translation>思考上限</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>个词元</translation>
    </message>
    <message>
        <source>Sure from</source>
        <translation>视为有把握</translation>
    </message>
    <message>
        <source>Below this confidence, which is the model’s own estimate, the model for unsure tickets looks again.</source>
        <translation>置信度（模型自己的估计）低于此值时，改由处理没把握工单的模型再看一次。</translation>
    </message>
    <message>
        <source>Translate foreign tickets when they are opened</source>
        <translation>打开外语工单时翻译</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Spend a day, at most</source>
        <translation>每日支出上限</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>同时请求数</translation>
    </message>
    <message>
        <source>What you allowed to be sent</source>
        <translation>您允许发出的内容</translation>
    </message>
    <message>
        <source>Forget what I allowed</source>
        <translation>忘记我允许过的</translation>
    </message>
    <message>
        <source>Answers kept: {count}. Without them you are asked again.</source>
        <translation>已保留 {count} 项回答。清除后会再次询问您。</translation>
    </message>
    <message>
        <source>Nothing yet: you are asked before the first ticket is sent anywhere.</source>
        <translation>尚无：在第一张工单发送到任何地方之前会先询问您。</translation>
    </message>
</context>
<context>
    <name>EngineMenu</name>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Set up engines…</source>
        <translation>设置引擎…</translation>
    </message>
</context>
<context>
    <name>EngineSection</name>
    <message>
        <source>unpriced</source>
        <translation>价格未知</translation>
    </message>
</context>
<context>
    <name>EngineWiring</name>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Offline: no key yet</source>
        <translation>离线：尚无密钥</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>Languages of the entry</source>
        <translation>条目的语言</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: {what}</source>
        <translation>复制：{what}</translation>
    </message>
    <message>
        <source>Not in this language.</source>
        <translation>没有这个语言的版本。</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>变更内容</translation>
    </message>
</context>
<context>
    <name>ExportDoctor</name>
    <message>
        <source>Looking through the export</source>
        <translation>正在查看导出文件</translation>
    </message>
    <message>
        <source>How the file is encoded</source>
        <translation>文件的编码</translation>
    </message>
    <message>
        <source>What stands between the cells</source>
        <translation>单元格之间的分隔符</translation>
    </message>
    <message>
        <source>Where its times are from</source>
        <translation>时间属于哪个时区</translation>
    </message>
    <message>
        <source>The file cannot be read like that; it stays as it was.</source>
        <translation>这样无法读取文件；维持原样。</translation>
    </message>
    <message>
        <source>{model} named no further column. Nothing was changed.</source>
        <translation>{model} 没有认出更多的列。什么也没有改动。</translation>
    </message>
    <message>
        <source>{model} proposes {count} columns, which are marked. Look at them before you import.</source>
        <translation>{model} 建议了 {count} 列，已做标记。导入前请看一下。</translation>
    </message>
    <message>
        <source>{model} proposes 1 column, which is marked. Look at it before you import.</source>
        <translation>{model} 建议了 1 列，已做标记。导入前请看一下。</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export the knowledge</source>
        <translation>导出知识</translation>
    </message>
    <message>
        <source>{count} saved replies are kept. In a reply, :: and a word puts one in.</source>
        <translation>已存下 {count} 条回复。在回复中输入 :: 和一个词即可插入。</translation>
    </message>
    <message>
        <source>Written to {folder}: {names}</source>
        <translation>已写入 {folder}：{names}</translation>
    </message>
    <message>
        <source>It could not be written: {reason}. Choose another place.</source>
        <translation>无法写入：{reason}。请选择其他位置。</translation>
    </message>
</context>
<context>
    <name>FactFields</name>
    <message>
        <source>Missing facts</source>
        <translation>缺少的信息</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
</context>
<context>
    <name>FactStrip</name>
    <message>
        <source>Copy: {kind} {text}</source>
        <translation>复制：{kind} {text}</translation>
    </message>
    <message>
        <source>order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>{count} more facts</source>
        <translation>另外 {count} 项</translation>
    </message>
</context>
<context>
    <name>FactsDialog</name>
    <message>
        <source>Engine facts</source>
        <translation>引擎资料</translation>
    </message>
    <message>
        <source>Of the engines you set up</source>
        <translation>您设置的引擎</translation>
    </message>
    <message>
        <source>Of the article’s three</source>
        <translation>文章中的三个</translation>
    </message>
    <message>
        <source>Speed and quality are not measured here. Prices are in US dollars.</source>
        <translation>此处未测量速度与质量。价格以美元计。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>A million tokens, in and out</source>
        <translation>每百万词元，输入与输出</translation>
    </message>
    <message>
        <source>Cache, write and read</source>
        <translation>缓存，写入与读取</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>至 {date}</translation>
    </message>
    <message>
        <source>{engine}, until {date}</source>
        <translation>{engine}，至 {date}</translation>
    </message>
    <message>
        <source>runs on this computer: nothing</source>
        <translation>在此电脑上运行：不收费</translation>
    </message>
    <message>
        <source>{context}, answers up to {longest}</source>
        <translation>{context}，回答至多 {longest}</translation>
    </message>
    <message>
        <source>{price}; above {tokens}: {long}</source>
        <translation>{price}；超过 {tokens}：{long}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>half price</source>
        <translation>半价</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>{source}, {date}.</source>
        <translation>{source}，{date}。</translation>
    </message>
    <message>
        <source>Not verified.</source>
        <translation>未核实。</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>Close and use the copy</source>
        <translation>关闭并使用副本</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>关闭而不保存</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>The settings could not be saved. Check the data folder and the disk.</source>
        <translation>设置无法保存。请检查数据文件夹与磁盘。</translation>
    </message>
</context>
<context>
    <name>FileChoosing</name>
    <message>
        <source>Open a ticket export</source>
        <translation>打开工单导出文件</translation>
    </message>
    <message>
        <source>Add policies</source>
        <translation>添加政策</translation>
    </message>
    <message>
        <source>Open a folder of ticket exports or mails</source>
        <translation>打开含工单导出文件或邮件的文件夹</translation>
    </message>
    <message>
        <source>Add a folder of policies</source>
        <translation>添加政策文件夹</translation>
    </message>
    <message>
        <source>Mails dragged out of Outlook are not files. Save them as .msg or .eml first, then drop those.</source>
        <translation>从 Outlook 拖出的邮件不是文件。请先另存为 .msg 或 .eml，再拖进来。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>FileTableModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>段落</translation>
    </message>
</context>
<context>
    <name>ForecastView</name>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Tokens in, out</source>
        <translation>输入、输出词元</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>文章所述</translation>
    </message>
    <message>
        <source>Its list price</source>
        <translation>按其定价</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Forecast for a month</source>
        <translation>一个月的预估</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>The article’s sums and its list price ($15 and $75 per million tokens) disagree: the {tokens} million input tokens of its first row alone are {alone}, not {article}.</source>
        <translation>文章的金额与其定价（每百万词元 $15 与 $75）不符：仅第一行的 {tokens} 百万个输入词元就要 {alone}，而非 {article}。</translation>
    </message>
    <message>
        <source>Assumed: answers of 300, 200 and 100 tokens, thoughts included; 90 % of a reply’s prompt read from the cache; satisfaction in batches, at half price. A row is measured once {count} requests of its kind are in the list of requests.</source>
        <translation>假设：回答为 300、200 与 100 个词元（含思考）；回复的提示有 90 % 从缓存读取；满意度以批次处理，半价。同类请求满 {count} 笔后，该行改用实测值。</translation>
    </message>
    <message>
        <source>{model}, measured over {count} requests</source>
        <translation>{model}，实测自 {count} 笔请求</translation>
    </message>
    <message>
        <source>{model}, assumed</source>
        <translation>{model}，假设</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Replies and FAQ</source>
        <translation>回复与常见问题</translation>
    </message>
    <message>
        <source>Satisfaction, in batches</source>
        <translation>满意度，批次处理</translation>
    </message>
    <message>
        <source>Requests a month</source>
        <translation>每月请求数</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Forget this requester</source>
        <translation>遗忘这位提问者</translation>
    </message>
    <message>
        <source>Remove everything kept about {who}?</source>
        <translation>要移除关于 {who} 的所有内容吗？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove it all</source>
        <translation>全部移除</translation>
    </message>
    <message>
        <source>Tickets: {count}, with {messages} messages</source>
        <translation>工单：{count} 张，消息 {messages} 条</translation>
    </message>
    <message>
        <source>Of these, still waiting for an answer: {count}</source>
        <translation>其中还在等回复：{count} 张</translation>
    </message>
    <message>
        <source>Translations, search entries, import records and facts of these tickets, and the requests to the engine that were kept</source>
        <translation>这些工单的翻译、搜索条目、导入记录和事实，以及保留下来的引擎请求</translation>
    </message>
    <message>
        <source>All of this in the backups, too: {count}</source>
        <translation>备份中的上述内容：{count} 份备份</translation>
    </message>
    <message>
        <source>Damaged databases that were put aside, each as a whole</source>
        <translation>之前搁置的损坏数据库（整个移除）</translation>
    </message>
    <message>
        <source>This cannot be undone. What the requests have cost stays in your figures, without the ticket.</source>
        <translation>此操作无法撤销。请求的费用仍计入统计，但不再与工单关联。</translation>
    </message>
    <message>
        <source>Not removed: the tickets in your helpdesk, your export files, what was sent to an engine, and tickets of other people that name this person.</source>
        <translation>不会移除：您客服系统里的工单、您的导出文件、已发给引擎的内容，以及提到此人的他人工单。</translation>
    </message>
    <message>
        <source>If an old export or backup still holds this person, their tickets are left out and you are told. New tickets that they write come in as usual.</source>
        <translation>若旧的导出文件或备份里还有此人，其工单会被略过并告知您。此人新写来的工单照常收下。</translation>
    </message>
    <message>
        <source>Draft versions: {versions}, copied replies: {copies}</source>
        <translation>草稿版本：{versions}，已复制的回复：{copies}</translation>
    </message>
</context>
<context>
    <name>ForgettingRequesters</name>
    <message>
        <source>The list of those who asked to be forgotten was damaged and put aside. Old exports and backups may bring them back: forget them again then.</source>
        <translation>要求被遗忘者的名单已损坏，已搁置。旧的导出文件和备份可能会把他们带回来：届时请再次遗忘。</translation>
    </message>
    <message>
        <source>A requester is not wholly removed yet: another program reads the database, or the disk refused. The rest goes at the next start.</source>
        <translation>有一位提问者尚未完全移除：另一个程序正在读取数据库，或磁盘拒绝写入。其余部分会在下次启动时移除。</translation>
    </message>
    <message>
        <source>this ticket&apos;s requester</source>
        <translation>这张工单的提问者</translation>
    </message>
    <message>
        <source>Removing a requester</source>
        <translation>正在移除一位提问者</translation>
    </message>
    <message>
        <source>Removed for good: {count} tickets and all that was kept with them.</source>
        <translation>已永久移除：{count} 张工单以及相关的所有内容。</translation>
    </message>
    <message>
        <source>Removed for good: 1 ticket and all that was kept with it.</source>
        <translation>已永久移除：1 张工单以及相关的所有内容。</translation>
    </message>
</context>
<context>
    <name>GlossaryField</name>
    <message>
        <source>Import a glossary</source>
        <translation>导入术语表</translation>
    </message>
    <message>
        <source>Remove all terms</source>
        <translation>移除所有术语</translation>
    </message>
    <message>
        <source>This file is too large for a glossary.</source>
        <translation>此文件作为术语表太大。</translation>
    </message>
    <message>
        <source>This file could not be read.</source>
        <translation>无法读取此文件。</translation>
    </message>
    <message>
        <source>Terms: {count}.</source>
        <translation>术语：{count} 条。</translation>
    </message>
    <message>
        <source>The {before} from before are gone.</source>
        <translation>之前的 {before} 条已不在。</translation>
    </message>
    <message>
        <source>Left out, too long or without a translation: {left}.</source>
        <translation>过长或没有译文而略去：{left}。</translation>
    </message>
    <message>
        <source>Not read, beyond the {most} that are kept: {beyond}.</source>
        <translation>超出可保留的 {most} 条而未读取：{beyond}。</translation>
    </message>
    <message>
        <source>This is no text. Save it as CSV and try again.</source>
        <translation>这不是文本。请存为 CSV 后再试。</translation>
    </message>
    <message>
        <source>No terms</source>
        <translation>没有术语</translation>
    </message>
    <message>
        <source>No column is named after a language: en, es, fr, de, zh-Hant, zh-Hans.</source>
        <translation>没有以语言命名的列：en、es、fr、de、zh-Hant、zh-Hans。</translation>
    </message>
    <message>
        <source>There is no term in this file.</source>
        <translation>此文件中没有术语。</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Version {number}, {language}, {who}</source>
        <translation>版本 {number}，{language}，{who}</translation>
    </message>
    <message>
        <source>Version {number}, {who}</source>
        <translation>版本 {number}，{who}</translation>
    </message>
    <message>
        <source>Version {number} changed by you</source>
        <translation>版本 {number} 由您修改</translation>
    </message>
    <message>
        <source>Status: {status}, {cause}</source>
        <translation>状态：{status}（{cause}）</translation>
    </message>
    <message>
        <source>Request: {kind}, {model}</source>
        <translation>请求：{kind}，{model}</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>The text as it stands now:</source>
        <translation>现在的内容：</translation>
    </message>
    <message>
        <source>Before: {status}</source>
        <translation>之前：{status}</translation>
    </message>
    <message>
        <source>written by you</source>
        <translation>由您撰写</translation>
    </message>
    <message>
        <source>put together offline</source>
        <translation>离线拼成</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>由您</translation>
    </message>
    <message>
        <source>by an import</source>
        <translation>由导入</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>redone</source>
        <translation>已重做</translation>
    </message>
    <message>
        <source>the import was undone</source>
        <translation>导入已撤销</translation>
    </message>
    <message>
        <source>It was stopped before its end.</source>
        <translation>写到一半被停止。</translation>
    </message>
    <message>
        <source>You changed the text since.</source>
        <translation>之后您改过文本。</translation>
    </message>
    <message>
        <source>Rests on: {places}</source>
        <translation>依据：{places}</translation>
    </message>
    <message>
        <source>You declined</source>
        <translation>您选择婉拒</translation>
    </message>
    <message>
        <source>You asked for more</source>
        <translation>您选择询问更多</translation>
    </message>
    <message>
        <source>You said: {wish}</source>
        <translation>您的说明：{wish}</translation>
    </message>
    <message>
        <source>Begun from the saved reply “{title}”</source>
        <translation>以已存回复“{title}”开头</translation>
    </message>
    <message>
        <source>You answer for: {words}</source>
        <translation>由您担保：{words}</translation>
    </message>
    <message>
        <source>Copied in {language}</source>
        <translation>已复制{language}回复</translation>
    </message>
    <message>
        <source>By the policies of {day}</source>
        <translation>按 {day} 的政策</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>{outcome}; {prompt} tokens in, {output} tokens out; {cost}</source>
        <translation>{outcome}；输入 {prompt} 词元，输出 {output} 词元；{cost}</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>The text as it was</source>
        <translation>当时的文本</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>发出的内容</translation>
    </message>
    <message>
        <source>What happened, newest first</source>
        <translation>发生过什么，最新在前</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>{count} tickets read from {file}.</source>
        <translation>已从 {file} 读取 {count} 张工单。</translation>
    </message>
    <message>
        <source>{count} rows could not be read.</source>
        <translation>{count} 行无法读取。</translation>
    </message>
    <message>
        <source>{count} other files were not read.</source>
        <translation>另有 {count} 个文件未读取。</translation>
    </message>
    <message>
        <source>{file} was not read: it {reason}.</source>
        <translation>未读取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>1 ticket of somebody who asked to be forgotten was left out.</source>
        <translation>略过了 1 张工单：提问者曾要求被遗忘。</translation>
    </message>
    <message>
        <source>{count} tickets of people who asked to be forgotten were left out.</source>
        <translation>略过了 {count} 张工单：提问者曾要求被遗忘。</translation>
    </message>
    <message>
        <source>{file} is not there any more.</source>
        <translation>{file} 已不在原处。</translation>
    </message>
    <message>
        <source>{file} cannot be read. Check its permissions, and whether another program holds it.</source>
        <translation>无法读取 {file}。请检查权限，以及是否有其他程序正在占用它。</translation>
    </message>
    <message>
        <source>{file} is empty. Make the export again.</source>
        <translation>{file} 是空的。请重新导出。</translation>
    </message>
    <message>
        <source>{file} is not a text file. Export as CSV or JSON.</source>
        <translation>{file} 不是文本文件。请导出为 CSV 或 JSON。</translation>
    </message>
    <message>
        <source>{file} is a folder that cannot be opened.</source>
        <translation>{file} 是无法打开的文件夹。</translation>
    </message>
    <message>
        <source>None of {count} files in {file} holds tickets.</source>
        <translation>{file} 中的 {count} 个文件都不含工单。</translation>
    </message>
    <message>
        <source>1 ticket read from {file}.</source>
        <translation>已从 {file} 读取 1 张工单。</translation>
    </message>
    <message>
        <source>1 row could not be read.</source>
        <translation>1 行无法读取。</translation>
    </message>
    <message>
        <source>{count} tickets read from {files} files.</source>
        <translation>已从 {files} 个文件读取 {count} 张工单。</translation>
    </message>
    <message>
        <source>Most of them are those of “{source}”, so it counts as a newer export of that.</source>
        <translation>其中大多数就是“{source}”的工单，因此视为它的较新导出。</translation>
    </message>
    <message>
        <source>Its ticket numbers are other tickets in “{source}”, so it is kept apart as “{own}”.</source>
        <translation>这些编号在“{source}”中是其他工单，因此另外保存为“{own}”。</translation>
    </message>
    <message>
        <source>Its messages were put to the tickets of “{source}”.</source>
        <translation>其中的消息已归入“{source}”的工单。</translation>
    </message>
    <message>
        <source>{count} mails were not read.</source>
        <translation>{count} 封邮件未读取。</translation>
    </message>
    <message>
        <source>1 mail was not read.</source>
        <translation>1 封邮件未读取。</translation>
    </message>
    <message>
        <source>1 line went on with the text of the row before it, and was put there.</source>
        <translation>有 1 行接着上一行的文字，已并入上一行。</translation>
    </message>
    <message>
        <source>{count} lines went on with the text of the row before them, and were put there.</source>
        <translation>有 {count} 行接着前一行的文字，已并入前一行。</translation>
    </message>
    <message>
        <source>{count} rows repeat a ticket number; the last of each stays.</source>
        <translation>{count} 行重复了工单编号；各以最后一行为准。</translation>
    </message>
    <message>
        <source>1 row repeats a ticket number; the last of each stays.</source>
        <translation>1 行重复了工单编号；各以最后一行为准。</translation>
    </message>
    <message>
        <source>{count} rows without a number are the same as another; each is taken once.</source>
        <translation>{count} 行没有编号，与另一行相同；相同的只取一次。</translation>
    </message>
    <message>
        <source>1 row without a number is the same as another; it is taken once.</source>
        <translation>1 行没有编号，与另一行相同；只取一次。</translation>
    </message>
    <message>
        <source>{count} rows have the ticket number of another customer; each is a ticket of its own, without a number.</source>
        <translation>{count} 行的工单号与其他客户的相同；各自成为一张没有编号的工单。</translation>
    </message>
    <message>
        <source>1 row has the ticket number of another customer; it is a ticket of its own, without a number.</source>
        <translation>1 行的工单号与其他客户的相同；它成为一张没有编号的工单。</translation>
    </message>
    <message>
        <source>None of {count} files holds tickets.</source>
        <translation>{count} 个文件里都没有工单。</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} 张新工单</translation>
    </message>
    <message>
        <source>{count} written to again</source>
        <translation>{count} 张有新来信</translation>
    </message>
    <message>
        <source>{count} answered or closed elsewhere</source>
        <translation>{count} 张已在别处答复或关闭</translation>
    </message>
    <message>
        <source>{count} gone from the view</source>
        <translation>{count} 张已不在视图中</translation>
    </message>
    <message>
        <source>{count} changed otherwise</source>
        <translation>{count} 张有其他变化</translation>
    </message>
    <message>
        <source>{count} as before</source>
        <translation>{count} 张没有变化</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>{as_of}: {changes}.</source>
        <translation>{as_of}：{changes}。</translation>
    </message>
    <message>
        <source>1 of them looks like a ticket that you have already, from mails or another export: look before you answer both.</source>
        <translation>其中 1 张看起来与您已有的工单（来自邮件或另一次导出）相同：回复之前请先看一下。</translation>
    </message>
    <message>
        <source>{count} of them look like tickets that you have already, from mails or another export: look before you answer both.</source>
        <translation>其中 {count} 张看起来与您已有的工单（来自邮件或另一次导出）相同：回复之前请先看一下。</translation>
    </message>
    <message>
        <source>1 open ticket of the export before is not in it, and nothing shows whether it is answered, so it stays.</source>
        <translation>上次导出的 1 张未结工单不在其中，也看不出是否已回复，因此保留不变。</translation>
    </message>
    <message>
        <source>{count} open tickets of the export before are not in it, and nothing shows whether they are answered, so they stay.</source>
        <translation>上次导出的 {count} 张未结工单不在其中，也看不出是否已回复，因此保留不变。</translation>
    </message>
    <message>
        <source>A newer export of this view was read before: look whether it is the right file.</source>
        <translation>此前已读取过这个视图更新的导出文件：请确认文件是否正确。</translation>
    </message>
    <message>
        <source>The customer has written again</source>
        <translation>顾客又来信了</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新工单</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <translation>已在别处答复</translation>
    </message>
    <message>
        <source>Closed elsewhere</source>
        <translation>已在别处关闭</translation>
    </message>
    <message>
        <source>Gone from the view</source>
        <translation>已不在视图中</translation>
    </message>
    <message>
        <source>Changed otherwise</source>
        <translation>其他变化</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>{file} breaks off in the middle. Make the export again.</source>
        <translation>{file} 在中途断开，不完整。请重新导出。</translation>
    </message>
    <message>
        <source>{file} is neither valid JSON nor XML. Make the export again.</source>
        <translation>{file} 不是有效的 JSON 或 XML。请重新导出。</translation>
    </message>
    <message>
        <source>{file} lists ratings, no tickets, and was left out.</source>
        <translation>{file} 列出的是满意度评分，不是工单，已略过。</translation>
    </message>
    <message>
        <source>The import was taken back: 1 ticket.</source>
        <translation>已撤销导入：1 张工单。</translation>
    </message>
    <message>
        <source>The import was taken back. Its ticket stays, since you have worked on it.</source>
        <translation>已撤销导入。其工单保留，因为您已处理过它。</translation>
    </message>
    <message>
        <source>The import was taken back: {count} tickets.</source>
        <translation>已撤销导入：{count} 张工单。</translation>
    </message>
    <message>
        <source>The import was taken back. It had changed no ticket.</source>
        <translation>已撤销导入。它没有改动任何工单。</translation>
    </message>
    <message>
        <source>{kept} of them stay, since you have worked on them.</source>
        <translation>其中 {kept} 张保留，因为您已处理过它们。</translation>
    </message>
    <message>
        <source>1 of them stays, since you have worked on it.</source>
        <translation>其中 1 张保留，因为您已处理过它。</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>已停止读取。</translation>
    </message>
    <message>
        <source>{count} files that were read before stay.</source>
        <translation>此前读完的 {count} 个文件保留。</translation>
    </message>
    <message>
        <source>1 file that was read before stays.</source>
        <translation>此前读完的 1 个文件保留。</translation>
    </message>
    <message>
        <source>No ticket was taken in.</source>
        <translation>没有导入任何工单。</translation>
    </message>
    <message>
        <source>{count} files were not read.</source>
        <translation>{count} 个文件未读取。</translation>
    </message>
    <message>
        <source>1 file was not read.</source>
        <translation>1 个文件未读取。</translation>
    </message>
    <message>
        <source>The program ended while it read {file}. What it had read of it was taken back: drop the file again, and others that you dropped with it.</source>
        <translation>程序在读取 {file} 时中断。已读入的部分已撤销：请重新拖入该文件，以及与它一起拖入的其他文件。</translation>
    </message>
    <message>
        <source>The program ended while it took tickets in. They were taken back: bring them in again.</source>
        <translation>程序在导入工单时中断。这些工单已撤销：请重新导入。</translation>
    </message>
    <message>
        <source>The program ended while it took back an import of {file}. It is taken back now.</source>
        <translation>程序在撤销 {file} 的导入时中断。现已撤销完毕。</translation>
    </message>
    <message>
        <source>The program ended while it took back an import. It is taken back now.</source>
        <translation>程序在撤销导入时中断。现已撤销完毕。</translation>
    </message>
    <message>
        <source>{file} is no ticket export. CSV, Excel, JSON, XML and mails (.eml, .mbox, .msg) can be read.</source>
        <translation>{file} 不是工单导出文件。可以读取 CSV、Excel、JSON、XML 和邮件（.eml、.mbox、.msg）。</translation>
    </message>
    <message>
        <source>{file} is nested too deeply to be an export.</source>
        <translation>{file} 的嵌套过深，不像导出文件。</translation>
    </message>
    <message>
        <source>No tickets in {file}. Look whether it is the right export.</source>
        <translation>{file} 中没有工单。请确认导出文件是否正确。</translation>
    </message>
    <message>
        <source>{file} lists people. Drop it together with the tickets and their comments.</source>
        <translation>{file} 只列出人员。请与工单和评论的文件一起拖进来。</translation>
    </message>
    <message>
        <source>{file} lists orders, no tickets, and was left out.</source>
        <translation>{file} 列出的是订单，不是工单，已略过。</translation>
    </message>
    <message>
        <source>{file} lists products, no tickets, and was left out.</source>
        <translation>{file} 列出的是商品，不是工单，已略过。</translation>
    </message>
    <message>
        <source>{file} lists reviews, no tickets, and was left out.</source>
        <translation>{file} 列出的是评价，不是工单，已略过。</translation>
    </message>
    <message>
        <source>{file} lists help articles, no tickets, and was left out.</source>
        <translation>{file} 列出的是帮助文章，不是工单，已略过。</translation>
    </message>
    <message>
        <source>{file} lists saved replies, no tickets, and was left out. Settings › Writing reads them.</source>
        <translation>{file} 列出的是预存回复，不是工单，已略过。可在“设置 › 撰写”中读取。</translation>
    </message>
    <message>
        <source>{file} has a password. Save it without one.</source>
        <translation>{file} 有密码保护。请另存一份不带密码的。</translation>
    </message>
    <message>
        <source>{file} unpacks to more than an export holds, and was left alone.</source>
        <translation>{file} 解压后远大于一般导出文件，未予读取。</translation>
    </message>
    <message>
        <source>{file} is damaged. Make the export again.</source>
        <translation>{file} 已损坏。请重新导出。</translation>
    </message>
    <message>
        <source>the row is empty</source>
        <translation>此行是空的</translation>
    </message>
    <message>
        <source>no number, subject or text</source>
        <translation>没有编号、主题或内容</translation>
    </message>
    <message>
        <source>more cells than the header</source>
        <translation>单元格比标题行多</translation>
    </message>
    <message>
        <source>quotation marks do not match</source>
        <translation>引号不成对</translation>
    </message>
    <message>
        <source>the row is too long</source>
        <translation>此行过长</translation>
    </message>
    <message>
        <source>stands before the header</source>
        <translation>位于标题行之前</translation>
    </message>
    <message>
        <source>not JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>not a ticket</source>
        <translation>不是工单</translation>
    </message>
    <message>
        <source>the file ends in the middle of it</source>
        <translation>文件在此中断</translation>
    </message>
    <message>
        <source>is nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>holds no tickets</source>
        <translation>文件里没有工单</translation>
    </message>
    <message>
        <source>the mail cannot be read</source>
        <translation>无法读取这封邮件</translation>
    </message>
    <message>
        <source>a draft that was not sent</source>
        <translation>没有发出的草稿</translation>
    </message>
    <message>
        <source>its ticket is not in the export</source>
        <translation>所属的工单不在导出文件里</translation>
    </message>
    <message>
        <source>stands above the list</source>
        <translation>位于列表上方</translation>
    </message>
    <message>
        <source>the header once more</source>
        <translation>又一次出现的表头</translation>
    </message>
    <message>
        <source>the header of another list in this file</source>
        <translation>此文件中另一个列表的表头</translation>
    </message>
    <message>
        <source>belongs to another list in this file: try that as a file of its own</source>
        <translation>属于此文件中的另一个列表：请试着把那个列表存为单独的文件</translation>
    </message>
    <message>
        <source>a sum or a note below the list</source>
        <translation>列表下方的合计或说明</translation>
    </message>
    <message>
        <source>fewer cells than the header</source>
        <translation>单元格比表头少</translation>
    </message>
    <message>
        <source>has a password</source>
        <translation>有密码</translation>
    </message>
    <message>
        <source>is damaged; make this export again</source>
        <translation>已损坏，请重新导出此文件</translation>
    </message>
    <message>
        <source>is empty; make this export again</source>
        <translation>是空的，请重新导出此文件</translation>
    </message>
    <message>
        <source>breaks off in the middle; make this export again</source>
        <translation>在中途断开，不完整，请重新导出此文件</translation>
    </message>
    <message>
        <source>is neither valid JSON nor XML; make this export again</source>
        <translation>不是有效的 JSON 或 XML，请重新导出此文件</translation>
    </message>
    <message>
        <source>is not a text file</source>
        <translation>不是文本文件</translation>
    </message>
    <message>
        <source>is no ticket export</source>
        <translation>不是工单导出文件</translation>
    </message>
    <message>
        <source>lists people; drop it together with the tickets and their comments</source>
        <translation>只列出人员，请与工单和评论的文件一起拖进来</translation>
    </message>
    <message>
        <source>lists orders, no tickets</source>
        <translation>列出的是订单，不是工单</translation>
    </message>
    <message>
        <source>lists products, no tickets</source>
        <translation>列出的是商品，不是工单</translation>
    </message>
    <message>
        <source>lists reviews, no tickets</source>
        <translation>列出的是评价，不是工单</translation>
    </message>
    <message>
        <source>lists help articles, no tickets</source>
        <translation>列出的是帮助文章，不是工单</translation>
    </message>
    <message>
        <source>lists saved replies, which Settings › Writing reads</source>
        <translation>列出的是预存回复，可在“设置 › 撰写”中读取</translation>
    </message>
    <message>
        <source>lists ratings, no tickets</source>
        <translation>列出的是满意度评分，不是工单</translation>
    </message>
    <message>
        <source>unpacks to more than an export holds</source>
        <translation>解压后超出导出文件的大小</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <source>The column of the message text was guessed.</source>
        <translation>消息内容所在的列是推测的。</translation>
    </message>
    <message>
        <source>The file has no header; columns were guessed.</source>
        <translation>文件没有标题行；各列是推测的。</translation>
    </message>
    <message>
        <source>The encoding was guessed; look whether names read right.</source>
        <translation>编码是推测的；请看姓名是否正确。</translation>
    </message>
    <message>
        <source>Some characters could not be read and show as �.</source>
        <translation>有些字符无法读取，显示为 �。</translation>
    </message>
    <message>
        <source>This export holds only the first words of each message.</source>
        <translation>此导出文件只含每条消息的开头。</translation>
    </message>
    <message>
        <source>The time zone in its header is not known here; this computer’s is taken.</source>
        <translation>无法识别表头中的时区；按本机时区读取。</translation>
    </message>
    <message>
        <source>Some numbers seem to have lost their leading zeros in a spreadsheet. Export again and do not open the file in between.</source>
        <translation>有些编号似乎在电子表格里丢了开头的零。请重新导出，中途不要打开文件。</translation>
    </message>
    <message>
        <source>Its times name no time zone; this computer’s is taken.</source>
        <translation>时间没有注明时区，按这台电脑的时区处理。</translation>
    </message>
    <message>
        <source>None of its columns is known.</source>
        <translation>没有认得的列。</translation>
    </message>
    <message>
        <source>Some numbers have more digits than a spreadsheet keeps, and it has damaged them. Export again and do not open the file in between.</source>
        <translation>有些编号的位数超过表格软件能保留的位数，已被它损坏。请重新导出，中途不要打开文件。</translation>
    </message>
    <message>
        <source>Full-width commas part the columns: look whether a text was cut at one.</source>
        <translation>各列以全角逗号分隔：请看看有没有文本在逗号处被截断。</translation>
    </message>
    <message>
        <source>Days and months could not be told apart with certainty: look whether the dates are right.</source>
        <translation>无法确定日与月的顺序：请看看日期是否正确。</translation>
    </message>
    <message>
        <source>A hidden sheet of this workbook holds tickets too and is not read. Unhide it in the spreadsheet and drop the file again.</source>
        <translation>此工作簿中有一个隐藏的工作表也包含工单，未读取。请在表格软件中取消隐藏，然后重新拖入文件。</translation>
    </message>
    <message>
        <source>Its tickets stand in a hidden sheet.</source>
        <translation>其中的工单位于隐藏的工作表中。</translation>
    </message>
    <message>
        <source>Of some messages it is not clear whether the customer can see them; they count as internal notes.</source>
        <translation>有些消息看不出客户是否能看到，按内部备注处理。</translation>
    </message>
    <message>
        <source>Only numbers say who wrote: messages by others than the first writer count neither as the customer’s nor as answers. Drop the file again with the tickets and the list of people.</source>
        <translation>文件只用编号说明作者：首位作者以外的消息既不算客户的话，也不算回复。请把文件与工单和人员列表一起再拖入一次。</translation>
    </message>
    <message>
        <source>Its ticket numbers are written another way than before, and count as the same.</source>
        <translation>它的工单编号写法与之前不同，视为相同编号。</translation>
    </message>
    <message>
        <source>Each row stood in a single cell, and was taken apart into its columns.</source>
        <translation>每行原本都在一个单元格里，已拆分成各列。</translation>
    </message>
    <message>
        <source>This looks like a list of orders, not of tickets.</source>
        <translation>这看起来是订单列表，不是工单。</translation>
    </message>
    <message>
        <source>This looks like a list of products, not of tickets.</source>
        <translation>这看起来是商品列表，不是工单。</translation>
    </message>
    <message>
        <source>This looks like a list of reviews, not of tickets.</source>
        <translation>这看起来是评价列表，不是工单。</translation>
    </message>
    <message>
        <source>This looks like a list of help articles, not of tickets.</source>
        <translation>这看起来是帮助文章列表，不是工单。</translation>
    </message>
    <message>
        <source>This looks like a list of saved replies, not of tickets. Settings › Writing reads them.</source>
        <translation>这看起来是预存回复列表，不是工单。可在“设置 › 撰写”中读取。</translation>
    </message>
    <message>
        <source>This looks like a list of ratings, not of tickets.</source>
        <translation>这看起来是满意度评分列表，不是工单。</translation>
    </message>
    <message>
        <source>Files that a mail program keeps beside its mails were left out.</source>
        <translation>邮件程序放在邮件旁边的附属文件已略过。</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>Show the list</source>
        <translation>显示列表</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
</context>
<context>
    <name>IndexSecretForm</name>
    <message>
        <source>Headers or key</source>
        <translation>标头或密钥</translation>
    </message>
</context>
<context>
    <name>IndexSection</name>
    <message>
        <source>Policy index</source>
        <translation>政策索引</translation>
    </message>
    <message>
        <source>Policies are searched by their words and by vectors, which stand for what they mean. The texts stay on this computer. A server that a team shares holds vectors and fingerprints, no text, and whoever has the same policies need not make them again.</source>
        <translation>政策会按词语和代表语义的向量搜索。文字留在这台电脑上。团队共用的服务器只存放向量和指纹，不存放文字；有相同政策的人不必再制作一次。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>For you alone. Nothing to set up.</source>
        <translation>只供您使用，无需设置。</translation>
    </message>
    <message>
        <source>Chroma server</source>
        <translation>Chroma 服务器</translation>
    </message>
    <message>
        <source>Started by “chroma run”. It has no authentication of its own.</source>
        <translation>以“chroma run”启动，本身没有身份验证。</translation>
    </message>
    <message>
        <source>Qdrant</source>
        <translation>Qdrant</translation>
    </message>
    <message>
        <source>A server of yours, Qdrant Cloud, or a folder.</source>
        <translation>您自己的服务器、Qdrant Cloud 或文件夹。</translation>
    </message>
    <message>
        <source>Where the vectors are</source>
        <translation>向量存放的位置</translation>
    </message>
    <message>
        <source>What makes the vectors</source>
        <translation>由什么制作向量</translation>
    </message>
    <message>
        <source>The embedder that comes with the program is quick and at its best in English. A folder with a model of your own (model.onnx and tokenizer.json) can take its place: until its vectors are whole, the ones before go on answering.</source>
        <translation>程序自带的嵌入模型速度快，英文效果最好。您可以改用自己的模型文件夹（model.onnx 和 tokenizer.json）：新的向量完成之前，继续使用原有的向量。</translation>
    </message>
    <message>
        <source>Embedder</source>
        <translation>嵌入模型</translation>
    </message>
    <message>
        <source>Choose a model’s folder</source>
        <translation>选择模型文件夹</translation>
    </message>
    <message>
        <source>Back to the built-in one</source>
        <translation>改回自带的模型</translation>
    </message>
    <message>
        <source>The policy index does not run now. Start the program again.</source>
        <translation>政策索引目前没有运行。请重新启动程序。</translation>
    </message>
</context>
<context>
    <name>Insights</name>
    <message>
        <source>{count} at {time}</source>
        <translation>{time}：{count}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>{count} tagged, mean {mean}</source>
        <translation>{count} 张已打标签，平均 {mean}</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>语气</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Asked in</source>
        <translation>来信语言</translation>
    </message>
    <message>
        <source>Answered in</source>
        <translation>回复语言</translation>
    </message>
    <message>
        <source>asked in; thin: answered in</source>
        <translation>来信语言；细条：回复语言</translation>
    </message>
    <message>
        <source>Other tasks</source>
        <translation>其他任务</translation>
    </message>
    <message>
        <source>cap: {sum} a day</source>
        <translation>上限：每天 {sum}</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>美元</translation>
    </message>
    <message>
        <source>Unpriced requests</source>
        <translation>价格未知的请求</translation>
    </message>
    <message>
        <source>Seconds, median</source>
        <translation>秒，中位数</translation>
    </message>
    <message>
        <source>median of each day</source>
        <translation>每天的中位数</translation>
    </message>
    <message>
        <source>Read from the cache</source>
        <translation>从缓存读取</translation>
    </message>
    <message>
        <source>of all prompts</source>
        <translation>占全部提示</translation>
    </message>
    <message>
        <source>In batches</source>
        <translation>批量处理</translation>
    </message>
    <message>
        <source>of all requests</source>
        <translation>占全部请求</translation>
    </message>
    <message>
        <source>Not copied</source>
        <translation>未复制</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>1 ticket</source>
        <translation>1 张工单</translation>
    </message>
    <message>
        <source>{count} tickets</source>
        <translation>{count} 张工单</translation>
    </message>
    <message>
        <source>{count} requests unpriced</source>
        <translation>{count} 个请求价格未知</translation>
    </message>
    <message>
        <source>open tickets</source>
        <translation>未结工单</translation>
    </message>
    <message>
        <source>Intent</source>
        <translation>意图</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Tag conversations</source>
        <translation>给会话打标签</translation>
    </message>
    <message>
        <source>Compare two models</source>
        <translation>比较两个模型</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>存为 CSV</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>No ticket came or went in this time.</source>
        <translation>这段时间没有工单进出。</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>No conversation of this time is tagged.</source>
        <translation>这段时间没有打过标签的会话。</translation>
    </message>
    <message>
        <source>Spend by day</source>
        <translation>每天花费</translation>
    </message>
    <message>
        <source>Nothing was spent in this time.</source>
        <translation>这段时间没有花费。</translation>
    </message>
    <message>
        <source>Intents</source>
        <translation>意图</translation>
    </message>
    <message>
        <source>No ticket was triaged in this time.</source>
        <translation>这段时间没有分类过的工单。</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>No ticket came in this time.</source>
        <translation>这段时间没有新工单。</translation>
    </message>
    <message>
        <source>Spend by model</source>
        <translation>各模型花费</translation>
    </message>
    <message>
        <source>No model was asked in this time.</source>
        <translation>这段时间没有向模型提问。</translation>
    </message>
    <message>
        <source>To be escalated</source>
        <translation>需要升级</translation>
    </message>
    <message>
        <source>No ticket needs it.</source>
        <translation>没有工单需要。</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>语气</translation>
    </message>
    <message>
        <source>Tags of your own</source>
        <translation>您自己的标签</translation>
    </message>
    <message>
        <source>No conversation of this time has one.</source>
        <translation>这段时间没有带这类标签的会话。</translation>
    </message>
    <message>
        <source>Time to the first text</source>
        <translation>首段文字用时</translation>
    </message>
    <message>
        <source>No model wrote a draft.</source>
        <translation>没有模型写过草稿。</translation>
    </message>
    <message>
        <source>Read from the cache</source>
        <translation>从缓存读取</translation>
    </message>
    <message>
        <source>Drafts not copied</source>
        <translation>未复制的草稿</translation>
    </message>
    <message>
        <source>No draft was paid for in this time.</source>
        <translation>这段时间没有付费的草稿。</translation>
    </message>
    <message>
        <source>In batches</source>
        <translation>批量处理</translation>
    </message>
    <message>
        <source>No request went in a batch in this time.</source>
        <translation>这段时间没有批量请求。</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>tickets with a copied reply</source>
        <translation>张工单已复制回复</translation>
    </message>
    <message>
        <source>saved, at {seconds} s a reply</source>
        <translation>节省的时间，按每封回复 {seconds} 秒</translation>
    </message>
    <message>
        <source>to the first text, median</source>
        <translation>到首段文字，中位数</translation>
    </message>
    <message>
        <source>of the prompts read from the cache</source>
        <translation>的提示从缓存读取</translation>
    </message>
    <message>
        <source>spent</source>
        <translation>已花费</translation>
    </message>
    <message>
        <source>of the requests in batches</source>
        <translation>的请求在批次中</translation>
    </message>
    <message>
        <source>for drafts not copied</source>
        <translation>用于未复制的草稿</translation>
    </message>
    <message>
        <source>Save the tables</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>The figures cannot be read just now.</source>
        <translation>目前无法读取数据。</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another folder.</source>
        <translation>无法写入文件。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} 小时 {m} 分</translation>
    </message>
    <message>
        <source>{m} min</source>
        <translation>{m} 分钟</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Reading tickets</source>
        <translation>读取工单</translation>
    </message>
    <message>
        <source>Opening the sample shop</source>
        <translation>打开示例商店</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>The files that waited will not be read.</source>
        <translation>排队等候的文件不再读取。</translation>
    </message>
    <message>
        <source>There is no import to take back.</source>
        <translation>没有可撤销的导入。</translation>
    </message>
    <message>
        <source>Take in all the same</source>
        <translation>仍要收下</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>有哪些变化</translation>
    </message>
    <message>
        <source>See why</source>
        <translation>查看原因</translation>
    </message>
    <message>
        <source>How it was read</source>
        <translation>查看读取方式</translation>
    </message>
    <message>
        <source>No export was read yet.</source>
        <translation>还没有读取过导出文件。</translation>
    </message>
    <message>
        <source>There is no text on the clipboard. Copy the conversation first.</source>
        <translation>剪贴板上没有文字。请先复制对话。</translation>
    </message>
    <message>
        <source>{count} tickets from the copied list.</source>
        <translation>从复制的列表读入 {count} 张工单。</translation>
    </message>
    <message>
        <source>What was not read</source>
        <translation>未读取的内容</translation>
    </message>
    <message>
        <source>1 line above it is no ticket.</source>
        <translation>列表上方有 1 行不是工单。</translation>
    </message>
    <message>
        <source>{count} lines above it are no tickets.</source>
        <translation>列表上方有 {count} 行不是工单。</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>See them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Taking back the import</source>
        <translation>正在撤销导入</translation>
    </message>
</context>
<context>
    <name>IntentMark</name>
    <message>
        <source>{percent} %: the rules’ own estimate</source>
        <translation>{percent} %：规则自身的估计</translation>
    </message>
    <message>
        <source>{percent} %: the model’s own estimate</source>
        <translation>{percent} %：模型自身的估计</translation>
    </message>
</context>
<context>
    <name>KeyBar</name>
    <message>
        <source>Approve and copy</source>
        <translation>批准并复制</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Not needed where AWS’s own tools have one. Else a bearer token, or the lines that the access portal shows: key, secret, session token.</source>
        <translation>AWS 自己的工具已有时不需要。否则请输入持有者令牌，或访问门户显示的几行：密钥、私钥、会话令牌。</translation>
    </message>
    <message>
        <source>Needed only where the server asks for one.</source>
        <translation>只有服务器要求时才需要。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>The environment gave this key (ANTHROPIC_API_KEY). It serves until you close the program, and is written nowhere.</source>
        <translation>此密钥来自环境变量（ANTHROPIC_API_KEY），用到您关闭程序为止，不会写入任何地方。</translation>
    </message>
    <message>
        <source>Looking for a keyring.</source>
        <translation>正在查找密钥环。</translation>
    </message>
    <message>
        <source>The keyring ({vault}) is locked. Unlock it, then try again.</source>
        <translation>密钥环（{vault}）已锁定。请解锁后再试。</translation>
    </message>
    <message>
        <source>The key goes into this computer’s keyring ({vault}).</source>
        <translation>密钥正存入这台电脑的密钥环（{vault}）。</translation>
    </message>
    <message>
        <source>The key is kept in this computer’s keyring ({vault}), nowhere else.</source>
        <translation>密钥只保存在这台电脑的密钥环（{vault}）。</translation>
    </message>
    <message>
        <source>The key is kept until you close the program, and written nowhere.</source>
        <translation>密钥保留到您关闭程序为止，不会写入任何地方。</translation>
    </message>
    <message>
        <source>No keyring on this computer.</source>
        <translation>这台电脑没有密钥环。</translation>
    </message>
    <message>
        <source>{name} was refused as a keyring: it keeps plain text.</source>
        <translation>未采用 {name} 作为密钥环：它以纯文本保存。</translation>
    </message>
    <message>
        <source>{name} was refused as a keyring: it keeps nothing.</source>
        <translation>未采用 {name} 作为密钥环：它什么都不保存。</translation>
    </message>
    <message>
        <source>{name} were refused as a keyring: none of them is a vault of the system.</source>
        <translation>未采用 {name} 作为密钥环：其中没有系统的保险库。</translation>
    </message>
    <message>
        <source>{name} was refused as a keyring: it is no vault of the system.</source>
        <translation>未采用 {name} 作为密钥环：它不是系统的保险库。</translation>
    </message>
    <message>
        <source>No key yet. It will be kept in this computer’s keyring ({vault}).</source>
        <translation>尚无密钥。密钥将保存在这台电脑的密钥环（{vault}）中。</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>All keys</source>
        <translation>所有按键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Triage</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>模型比较</translation>
    </message>
    <message>
        <source>Reply languages</source>
        <translation>回复语言</translation>
    </message>
    <message>
        <source>Foreign tickets</source>
        <translation>外语工单</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>互相矛盾之处</translation>
    </message>
    <message>
        <source>Rewriting</source>
        <translation>改写</translation>
    </message>
    <message>
        <source>Pre-flight</source>
        <translation>复制前检查</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知识</translation>
    </message>
    <message>
        <source>Columns of an export</source>
        <translation>导出文件的列</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>测试</translation>
    </message>
</context>
<context>
    <name>Knowledge</name>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已变更</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>the policies alone</source>
        <translation>仅政策原文</translation>
    </message>
    <message>
        <source>No model wrote this, {day}: each answer is the policy’s own sentence.</source>
        <translation>{day}，并非模型撰写：每个回答都是政策的原句。</translation>
    </message>
    <message>
        <source>made by {model}, {day}, unpriced</source>
        <translation>{model} 制作，{day}，价格未知</translation>
    </message>
    <message>
        <source>made by {model}, {day}, {cost}</source>
        <translation>{model} 制作，{day}，{cost}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on, no known price</source>
        <translation>继续，价格未知</translation>
    </message>
    <message>
        <source>Go on, about {cost}</source>
        <translation>继续，约 {cost}</translation>
    </message>
</context>
<context>
    <name>KnowledgeHead</name>
    <message>
        <source>Knowledge</source>
        <translation>知识</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>from {count} tickets, {day}</source>
        <translation>来自 {count} 张工单，{day}</translation>
    </message>
    <message>
        <source>{count} tickets in {languages}</source>
        <translation>{count} 张工单，{languages}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Sends {count} ticket summaries to {host}</source>
        <translation>将 {count} 条工单摘要发送到 {host}</translation>
    </message>
    <message>
        <source>JSON with its schema</source>
        <translation>JSON 及其架构</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown 文件</translation>
    </message>
    <message>
        <source>One web page, with search</source>
        <translation>单个网页，附搜索</translation>
    </message>
    <message>
        <source>Macros for Zendesk</source>
        <translation>Zendesk 的宏</translation>
    </message>
    <message>
        <source>Canned responses for Freshdesk</source>
        <translation>Freshdesk 的预设回复</translation>
    </message>
    <message>
        <source>Text modules for Zammad</source>
        <translation>Zammad 的文本模块</translation>
    </message>
    <message>
        <source>Keep the templates as saved replies (::)</source>
        <translation>将模板存为已存回复（::）</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>制作来源</translation>
    </message>
    <message>
        <source>The newest {count} tickets</source>
        <translation>最新 {count} 张工单</translation>
    </message>
    <message>
        <source>Make again</source>
        <translation>重新制作</translation>
    </message>
    <message>
        <source>Make without a model</source>
        <translation>不用模型制作</translation>
    </message>
    <message>
        <source>Make again, no known price</source>
        <translation>重新制作，价格未知</translation>
    </message>
    <message>
        <source>Make, no known price</source>
        <translation>制作，价格未知</translation>
    </message>
    <message>
        <source>Make again, about {cost}</source>
        <translation>重新制作，约 {cost}</translation>
    </message>
    <message>
        <source>Make, about {cost}</source>
        <translation>制作，约 {cost}</translation>
    </message>
</context>
<context>
    <name>KnowledgePage</name>
    <message>
        <source>Kinds of knowledge</source>
        <translation>知识的种类</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>No policy answers this.</source>
        <translation>没有政策回答这一点。</translation>
    </message>
    <message>
        <source>{group}, entry {place} of {count}</source>
        <translation>{group}，第 {place} 条，共 {count} 条</translation>
    </message>
    <message>
        <source>No gaps</source>
        <translation>没有缺口</translation>
    </message>
    <message>
        <source>Questions that no policy answers stand here once drafts have met them.</source>
        <translation>草稿遇到政策没有答案的问题后，会列在这里。</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>这里没有内容</translation>
    </message>
    <message>
        <source>The tickets gave no entry of this kind.</source>
        <translation>工单没有产生这类条目。</translation>
    </message>
    <message>
        <source>No knowledge yet</source>
        <translation>尚无知识</translation>
    </message>
    <message>
        <source>The newest tickets become a FAQ, reply templates and refund rules, each with its receipts.</source>
        <translation>最新的工单会整理成常见问题、回复模板和退款规则，各有依据。</translation>
    </message>
    <message>
        <source>{left} of {count} groups of tickets are not written yet.</source>
        <translation>{count} 组工单中还有 {left} 组未撰写。</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Valid against knowledge.schema.json</source>
        <translation>符合 knowledge.schema.json</translation>
    </message>
    <message>
        <source>Not valid against knowledge.schema.json: {where}</source>
        <translation>不符合 knowledge.schema.json：{where}</translation>
    </message>
</context>
<context>
    <name>KnowledgeWork</name>
    <message>
        <source>Writing the knowledge</source>
        <translation>正在撰写知识</translation>
    </message>
</context>
<context>
    <name>LanguageView</name>
    <message>
        <source>The reply in another language</source>
        <translation>其他语言的回复</translation>
    </message>
    <message>
        <source>{count} not translated: needs an engine</source>
        <translation>{count} 句未翻译：需要引擎</translation>
    </message>
    <message>
        <source>{count} still to be translated</source>
        <translation>还有 {count} 句待翻译</translation>
    </message>
</context>
<context>
    <name>LedgerTableModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>输入词元</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>来自缓存</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>about {sum}</source>
        <translation>约 {sum}</translation>
    </message>
    <message>
        <source>{host}, first text {first} s, whole {total} s, thinking {thinking} tokens</source>
        <translation>{host}，首段文字 {first} 秒，全部 {total} 秒，思考 {thinking} 个词元</translation>
    </message>
</context>
<context>
    <name>LedgerView</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
</context>
<context>
    <name>LinkPatternDialog</name>
    <message>
        <source>Open in helpdesk</source>
        <translation>在客服系统中打开</translation>
    </message>
    <message>
        <source>Paste the address of ticket {number} in {source}. It is remembered for the others.</source>
        <translation>请粘贴 {source} 中工单 {number} 的网址。其他工单也会沿用。</translation>
    </message>
    <message>
        <source>Address of the ticket</source>
        <translation>工单的网址</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The address has to hold the ticket&apos;s number.</source>
        <translation>网址必须含有工单编号。</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Search, or intent:refund lang:es</source>
        <translation>搜索，或 intent:refund lang:es</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation>搜索工单</translation>
    </message>
    <message>
        <source>{count} in this list</source>
        <translation>列表中 {count} 张</translation>
    </message>
    <message>
        <source>{count} marked</source>
        <translation>已标记 {count}</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>Urgent first</source>
        <translation>紧急在前</translation>
    </message>
    <message>
        <source>Only the first {most} phrases and fields are searched for; {count} more are left out.</source>
        <translation>只搜索前 {most} 个短语和字段；其余 {count} 个不搜索。</translation>
    </message>
    <message>
        <source>“{part}” is no field, so it is searched for as a word. Fields: {names}</source>
        <translation>“{part}”不是字段，因此按文字搜索。字段：{names}</translation>
    </message>
    <message>
        <source>“{part}” is not known. After {name} stands one of: {values}</source>
        <translation>不认得“{part}”。{name} 之后可以是：{values}</translation>
    </message>
    <message>
        <source>“{part}” is no language. Write its code: en, es, pt, zh-hant</source>
        <translation>“{part}”不是语言。请写其代码：en、es、pt、zh-hant</translation>
    </message>
    <message>
        <source>“{part}” is no date. Write 2026-11-01, 2026-11 or 2026.</source>
        <translation>“{part}”不是日期。请写 2026-11-01、2026-11 或 2026。</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>窗口语言</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Write keys on the buttons</source>
        <translation>在按钮上标注按键</translation>
    </message>
    <message>
        <source>Keep the window on top</source>
        <translation>窗口保持在最前</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Show my pace and the time saved</source>
        <translation>显示我的速度和节省的时间</translation>
    </message>
    <message>
        <source>A reply by hand takes</source>
        <translation>手写一封回复需要</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Both stay on this computer and are in no file that you save.</source>
        <translation>两者只留在这台电脑上，不会写入您保存的文件。</translation>
    </message>
</context>
<context>
    <name>MappingTable</name>
    <message>
        <source>Let a model look at the columns</source>
        <translation>让模型看看这些列</translation>
    </message>
    <message>
        <source>You see first what is sent: their names and what three rows look like</source>
        <translation>发出前您会先看到内容：列名和三行数据的样子</translation>
    </message>
    <message>
        <source>How its columns map</source>
        <translation>列的对应</translation>
    </message>
    <message>
        <source>1 more column</source>
        <translation>还有 1 列</translation>
    </message>
    <message>
        <source>{count} more columns</source>
        <translation>还有 {count} 列</translation>
    </message>
    <message>
        <source>Its first tickets</source>
        <translation>前几张工单</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>提出者</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Message text</source>
        <translation>消息内容</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>文件里的列</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>对应为</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>{column} becomes</source>
        <translation>{column} 对应为</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Proposed by a model</source>
        <translation>模型建议的</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>no such column</source>
        <translation>没有这一列</translation>
    </message>
</context>
<context>
    <name>MarksDialog</name>
    <message>
        <source>Internal: never quoted to a customer</source>
        <translation>内部：绝不引用给顾客</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>生效日</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留设置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Its translations too</source>
        <translation>它的译文也一样</translation>
    </message>
    <message>
        <source>YYYY-MM-DD, or empty</source>
        <translation>YYYY-MM-DD，或留空</translation>
    </message>
    <message>
        <source>A day is written like 2026-11-30.</source>
        <translation>日期请写成 2026-11-30 的格式。</translation>
    </message>
    <message>
        <source>It would end before it begins.</source>
        <translation>截止日早于生效日。</translation>
    </message>
</context>
<context>
    <name>Matters</name>
    <message>
        <source>Looking for tickets that ask the same</source>
        <translation>寻找相同问题的工单</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Message from {name}</source>
        <translation>{name} 的消息</translation>
    </message>
    <message>
        <source>Show signature and quoted text</source>
        <translation>显示签名与引用文字</translation>
    </message>
    <message>
        <source>Not translated:</source>
        <translation>未翻译：</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>内部备注</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服人员</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Show more; {count} characters are left</source>
        <translation>显示更多；还有 {count} 个字符</translation>
    </message>
    <message>
        <source>{count} attached, not in this export: {names}</source>
        <translation>{count} 个附件，不在此导出文件中：{names}</translation>
    </message>
</context>
<context>
    <name>Mirror</name>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>占位符</translation>
    </message>
    <message>
        <source>{kind}: “{ours}” in the draft, “{theirs}” here</source>
        <translation>{kind}：草稿为“{ours}”，此处为“{theirs}”</translation>
    </message>
    <message>
        <source>{kind} missing here: “{words}”</source>
        <translation>此处缺少{kind}：“{words}”</translation>
    </message>
    <message>
        <source>{kind} not in the draft: “{words}”</source>
        <translation>草稿中没有此{kind}：“{words}”</translation>
    </message>
    <message>
        <source>Perhaps left out: “{words}”</source>
        <translation>可能漏译：“{words}”</translation>
    </message>
    <message>
        <source>The draft says “not”, this does not</source>
        <translation>草稿为否定句，此处不是</translation>
    </message>
    <message>
        <source>This says “not”, the draft does not</source>
        <translation>此处为否定句，草稿不是</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>Runs on this computer: its requests cost nothing.</source>
        <translation>在此电脑上运行：请求不收费。</translation>
    </message>
    <message>
        <source>This name is not in the price list: its requests are unpriced, and count towards 500 a day instead.</source>
        <translation>价目表中没有此名称：其请求价格未知，改以每日 500 笔计算。</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>改用 {model}</translation>
    </message>
    <message>
        <source>Anthropic retired it on {date}. Today: {successor}.</source>
        <translation>Anthropic 已于 {date} 停用此模型。现用：{successor}。</translation>
    </message>
    <message>
        <source>Anthropic will retire it on {date}. Today: {successor}.</source>
        <translation>Anthropic 将于 {date} 停用此模型。现用：{successor}。</translation>
    </message>
</context>
<context>
    <name>ModelTriage</name>
    <message>
        <source>Triage by the model</source>
        <translation>模型分类中</translation>
    </message>
    <message>
        <source>Triage {count} tickets? no known price; their text goes to {host}</source>
        <translation>要分类 {count} 张工单吗？价格未知；内容会发送到 {host}</translation>
    </message>
    <message>
        <source>Triage {count} tickets? about {cost}; their text goes to {host}</source>
        <translation>要分类 {count} 张工单吗？约 {cost}；内容会发送到 {host}</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Only those I open</source>
        <translation>仅限我打开的</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>永不</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Looking for the phrase</source>
        <translation>正在查找这个词组</translation>
    </message>
    <message>
        <source>No ticket matches “{text}”.</source>
        <translation>没有工单符合“{text}”。</translation>
    </message>
    <message>
        <source>Try fewer words, or another filter.</source>
        <translation>请减少词语，或换一个筛选条件。</translation>
    </message>
    <message>
        <source>No tickets here</source>
        <translation>这里没有工单</translation>
    </message>
    <message>
        <source>Drop an export here, or paste a conversation with Ctrl+V.</source>
        <translation>将导出文件拖放到这里，或用 Ctrl+V 粘贴对话。</translation>
    </message>
    <message>
        <source>Show {count} without {part}</source>
        <translation>不计 {part}，显示 {count} 条</translation>
    </message>
    <message>
        <source>Show {count} of all tickets</source>
        <translation>在所有工单中显示 {count} 条</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
</context>
<context>
    <name>OutboxDialog</name>
    <message>
        <source>Outbox</source>
        <translation>待发箱</translation>
    </message>
    <message>
        <source>The reply</source>
        <translation>回复内容</translation>
    </message>
    <message>
        <source>The customer wrote again after this reply was approved. The ticket is back in Review.</source>
        <translation>这条回复批准后，客户又来信了。工单已回到“审阅”。</translation>
    </message>
    <message>
        <source>1 approved reply</source>
        <translation>1 条已批准的回复</translation>
    </message>
    <message>
        <source>{count} approved replies</source>
        <translation>{count} 条已批准的回复</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>没有等候的回复。</translation>
    </message>
    <message>
        <source>in a file</source>
        <translation>已在文件中</translation>
    </message>
    <message>
        <source>wrote again</source>
        <translation>客户又来信</translation>
    </message>
    <message>
        <source>Also the {count} that are in a file already</source>
        <translation>也包括已在文件中的 {count} 条</translation>
    </message>
    <message>
        <source>Also the {count} whose customer wrote again</source>
        <translation>也包含客户又来信的 {count} 条</translation>
    </message>
    <message>
        <source>Export {count}</source>
        <translation>导出 {count} 条</translation>
    </message>
    <message>
        <source>Approved replies</source>
        <translation>已批准的回复</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>请求者</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>What the file is for</source>
        <translation>文件用途</translation>
    </message>
    <message>
        <source>{helpdesk}: requests for a script</source>
        <translation>{helpdesk}：供脚本使用的请求</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open in helpdesk</source>
        <translation>在客服系统中打开</translation>
    </message>
    <message>
        <source>Mark as replied</source>
        <translation>标记为已回复</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>On the clipboard: {what}</source>
        <translation>剪贴板中：{what}</translation>
    </message>
    <message>
        <source>Those whose customer wrote again stay in Review.</source>
        <translation>客户又来信的留在“审阅”。</translation>
    </message>
    <message>
        <source>{helpdesk} reads no replies from a file. This one holds the requests of its interface, one a line, for a script with your key.</source>
        <translation>{helpdesk} 不会从文件读取回复。此文件每行是其接口的一个请求，供使用您密钥的脚本执行。</translation>
    </message>
    <message>
        <source>Fill in your admin_id.</source>
        <translation>请填入您的 admin_id。</translation>
    </message>
    <message>
        <source>{count} are left out: Zammad takes replies by its own ids, which are not the numbers, and the export that these tickets came from does not have them. Import the tickets as JSON from its interface.</source>
        <translation>略去 {count} 条：Zammad 按自己的 id 接收回复，那不是工单编号，而这些工单来自的导出文件没有 id。请改从其接口以 JSON 导入这些工单。</translation>
    </message>
    <message>
        <source>{count} are left out: their tickets have no number.</source>
        <translation>略去 {count} 条：其工单没有编号。</translation>
    </message>
    <message>
        <source>{file} could not be written. Choose another folder, or make room.</source>
        <translation>无法写入 {file}。请选择其他文件夹，或腾出空间。</translation>
    </message>
    <message>
        <source>{count} replies are in {file}.</source>
        <translation>{count} 条回复已写入 {file}。</translation>
    </message>
    <message>
        <source>{count} were left out: their tickets are of other helpdesks.</source>
        <translation>略过 {count} 条：它们的工单来自其他客服系统。</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>没有密钥</translation>
    </message>
    <message>
        <source>No region</source>
        <translation>没有区域</translation>
    </message>
    <message>
        <source>No AWS credentials</source>
        <translation>没有 AWS 凭据</translation>
    </message>
    <message>
        <source>Package missing</source>
        <translation>缺少软件包</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>密钥被拒</translation>
    </message>
    <message>
        <source>Key expired</source>
        <translation>密钥过期</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Wrong region</source>
        <translation>区域不符</translation>
    </message>
    <message>
        <source>No credit</source>
        <translation>余额不足</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>无权限</translation>
    </message>
    <message>
        <source>No model access</source>
        <translation>无模型权限</translation>
    </message>
    <message>
        <source>No inference profile</source>
        <translation>缺推理配置</translation>
    </message>
    <message>
        <source>Unknown model</source>
        <translation>未知模型</translation>
    </message>
    <message>
        <source>Retired model</source>
        <translation>模型已停用</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>不接受</translation>
    </message>
    <message>
        <source>Too many</source>
        <translation>请求过多</translation>
    </message>
    <message>
        <source>Account’s limit</source>
        <translation>账户上限</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>繁忙</translation>
    </message>
    <message>
        <source>Engine’s fault</source>
        <translation>引擎故障</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>并非引擎</translation>
    </message>
    <message>
        <source>No batches</source>
        <translation>无批次</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>无网络</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Proxy’s password</source>
        <translation>代理密码</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>证书文件</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Fell silent</source>
        <translation>没了响应</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Refusal</source>
        <translation>拒答</translation>
    </message>
    <message>
        <source>At its limit</source>
        <translation>到达上限</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发出</translation>
    </message>
</context>
<context>
    <name>OutgoingDialog</name>
    <message>
        <source>What was sent</source>
        <translation>发出的内容</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Easy to read</source>
        <translation>易读</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>显示方式</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>请求内容</translation>
    </message>
    <message>
        <source>What the marks stand for</source>
        <translation>标记代表什么</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing of this is kept: no request, or it was long ago.</source>
        <translation>这里没有保留任何内容：没有请求，或已经是很久以前。</translation>
    </message>
    <message>
        <source>{count} bytes to {host}. The marks stand for this, which stayed here:</source>
        <translation>{count} 字节，发到 {host}。标记代表以下内容，这些都留在本机：</translation>
    </message>
    <message>
        <source>{count} bytes to {host}. Nothing in it was masked.</source>
        <translation>{count} 字节，发到 {host}。其中没有遮盖任何内容。</translation>
    </message>
</context>
<context>
    <name>OwnTagsForm</name>
    <message>
        <source>Name of the tag</source>
        <translation>标签名称</translation>
    </message>
    <message>
        <source>How to judge it, in a sentence</source>
        <translation>用一句话说明如何判断</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>标签内容</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>A few words</source>
        <translation>几个词</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove the tag “{name}”</source>
        <translation>移除标签“{name}”</translation>
    </message>
</context>
<context>
    <name>OwnToolDialog</name>
    <message>
        <source>Rewrite in my own words</source>
        <translation>自定义改写方式</translation>
    </message>
    <message>
        <source>How shall the selected text read?</source>
        <translation>选中的文字该怎么写？</translation>
    </message>
    <message>
        <source>Name, to keep it as a tool</source>
        <translation>名称（填写后保存为工具）</translation>
    </message>
    <message>
        <source>Rewrite</source>
        <translation>改写</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>For example: as a list of steps; for a regular customer; with less blame.</source>
        <translation>例如：写成步骤清单；写给老顾客；少一点责备。</translation>
    </message>
</context>
<context>
    <name>PassageDialog</name>
    <message>
        <source>Text of the policy</source>
        <translation>政策全文</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PassageStrip</name>
    <message>
        <source>Policy passages</source>
        <translation>政策段落</translation>
    </message>
</context>
<context>
    <name>Policies</name>
    <message>
        <source>row {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>第 {number} 页</translation>
    </message>
    <message>
        <source>Reading, {done} of {total}</source>
        <translation>读取中，{done}／{total}</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Ended {date}</source>
        <translation>已于 {date}失效</translation>
    </message>
    <message>
        <source>Until {date}</source>
        <translation>有效至 {date}</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>the format of a date, day and month</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>Read {date}</source>
        <translation>{date}读取</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读取</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>The passage is internal now.</source>
        <translation>这段现在是内部的。</translation>
    </message>
    <message>
        <source>Customers may read the passage now.</source>
        <translation>顾客现在可以看到这段。</translation>
    </message>
    <message>
        <source>The passage is internal now, in {languages} too.</source>
        <translation>这段现在是内部的，{languages}版也是。</translation>
    </message>
    <message>
        <source>Customers may read the passage now, in {languages} too.</source>
        <translation>顾客现在可以看到这段，{languages}版也可以。</translation>
    </message>
    <message>
        <source>In {languages} this policy is divided differently: look there yourself.</source>
        <translation>{languages}版的分段不同，请自行查看。</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>有矛盾</translation>
    </message>
    <message>
        <source>used in {count} drafts this week</source>
        <translation>本周用于 {count} 份草稿</translation>
    </message>
    <message>
        <source>used in 1 draft this week</source>
        <translation>本周用于 1 份草稿</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>the format of a date</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>The file is gone. Add it again from its new place.</source>
        <translation>文件不见了。请从新的位置重新添加。</translation>
    </message>
    <message>
        <source>The file is empty. Read it again when it has text.</source>
        <translation>文件是空的。有内容后请重新读取。</translation>
    </message>
    <message>
        <source>The file is too large. Split it, or save the text alone.</source>
        <translation>文件太大。请拆分，或只保存文字。</translation>
    </message>
    <message>
        <source>It holds no text. Pages that are pictures need text recognition first.</source>
        <translation>文件中没有文字。如果页面是图片，请先进行文字识别。</translation>
    </message>
    <message>
        <source>A password protects it. Save a copy without one.</source>
        <translation>文件有密码保护。请另存一份没有密码的副本。</translation>
    </message>
    <message>
        <source>The file is damaged. Save it again where it was made.</source>
        <translation>文件已损坏。请在原处重新保存。</translation>
    </message>
    <message>
        <source>Not a kind that can be read. Markdown, text, HTML, PDF, Word, Excel, CSV and JSON can.</source>
        <translation>无法读取此类文件。可读取 Markdown、纯文本、HTML、PDF、Word、Excel、CSV 和 JSON。</translation>
    </message>
    <message>
        <source>You may not read this file. Check its permissions.</source>
        <translation>您无权读取此文件。请检查权限。</translation>
    </message>
    <message>
        <source>Reading it failed twice. Save it in another format.</source>
        <translation>读取失败两次。请以其他格式保存。</translation>
    </message>
    <message>
        <source>The disk is full. Make room, then read it again.</source>
        <translation>磁盘已满。请腾出空间后重新读取。</translation>
    </message>
    <message>
        <source>Stopped. Read it again when you like.</source>
        <translation>已停止。需要时可重新读取。</translation>
    </message>
    <message>
        <source>Its name has characters that cannot be read. Rename it and add it again.</source>
        <translation>文件名中有无法读取的字符。请重命名后再添加一次。</translation>
    </message>
    <message>
        <source>It took too long to read. Split it, or save the text alone.</source>
        <translation>读取时间过长。请拆成较小的文件，或只保存文字。</translation>
    </message>
    <message>
        <source>The policy index was restarted. Nothing is lost.</source>
        <translation>政策索引已重新启动。没有丢失任何内容。</translation>
    </message>
    <message>
        <source>The policy index does not start. Policies are searched by words only.</source>
        <translation>政策索引无法启动。政策只按词语搜索。</translation>
    </message>
    <message>
        <source>No embedder for this computer. Policies are searched by words only.</source>
        <translation>这台电脑没有可用的语义模型。政策只按词语搜索。</translation>
    </message>
    <message>
        <source>The policy index was damaged and is made again from the stored texts.</source>
        <translation>政策索引已损坏，正从已存的文字重建。</translation>
    </message>
    <message>
        <source>The policy index is whole again.</source>
        <translation>政策索引已恢复完整。</translation>
    </message>
    <message>
        <source>The stored policy texts were damaged and put aside. Add the files again.</source>
        <translation>已存的政策文字损坏并移到一旁。请重新添加文件。</translation>
    </message>
    <message>
        <source>A later version of the program made this index. Update to use it.</source>
        <translation>此索引由较新版本的程序建立。请更新后使用。</translation>
    </message>
    <message>
        <source>The data folder cannot be written. Check its permissions.</source>
        <translation>数据文件夹无法写入。请检查权限。</translation>
    </message>
    <message>
        <source>The disk is full. Make room, then read the files again.</source>
        <translation>磁盘已满。请腾出空间后重新读取文件。</translation>
    </message>
    <message>
        <source>The shared index does not answer. Policies are searched by words only.</source>
        <translation>共用索引没有响应。政策只按词语搜索。</translation>
    </message>
    <message>
        <source>The shared index is back. Policies are searched by meaning again.</source>
        <translation>共用索引已恢复。政策又可按语义搜索。</translation>
    </message>
    <message>
        <source>The embedder’s model cannot be used, see the settings. Policies are searched by words only.</source>
        <translation>嵌入模型无法使用，请查看设置。政策只按词语搜索。</translation>
    </message>
</context>
<context>
    <name>PoliciesPage</name>
    <message>
        <source>{files} files, {passages} passages, kept on this computer</source>
        <translation>{files} 个文件，{passages} 个段落，存放在这台电脑</translation>
    </message>
    <message>
        <source>Reading policies</source>
        <translation>读取政策</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Policy files</source>
        <translation>政策文件</translation>
    </message>
    <message>
        <source>Drop policies here: Markdown, text, HTML, PDF, Word, Excel, CSV, JSON</source>
        <translation>将政策拖放到这里：Markdown、纯文本、HTML、PDF、Word、Excel、CSV、JSON</translation>
    </message>
    <message>
        <source>Stop reading it</source>
        <translation>停止读取</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Internal and dates…</source>
        <translation>内部与日期…</translation>
    </message>
    <message>
        <source>Remove from the index</source>
        <translation>从索引中移除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>PolicyPlace</name>
    <message>
        <source>Enter the server’s address.</source>
        <translation>请输入服务器地址。</translation>
    </message>
    <message>
        <source>Nothing answers there. Check the address, and whether the server runs.</source>
        <translation>该处没有响应。请检查地址，以及服务器是否正在运行。</translation>
    </message>
    <message>
        <source>The server’s certificate is not trusted on this computer.</source>
        <translation>这台电脑不信任该服务器的证书。</translation>
    </message>
    <message>
        <source>The server is there and refused. Check the headers or the key.</source>
        <translation>服务器有响应，但拒绝了。请检查标头或密钥。</translation>
    </message>
    <message>
        <source>Something else answers there, or another version of it.</source>
        <translation>响应的是别的程序，或是其他版本。</translation>
    </message>
    <message>
        <source>Another program uses this folder. One at a time can.</source>
        <translation>另一个程序正在使用此文件夹。一次只能有一个程序使用。</translation>
    </message>
    <message>
        <source>Qdrant’s client is not installed. The extra “qdrant” brings it.</source>
        <translation>未安装 Qdrant 客户端。安装选项“qdrant”即可获得。</translation>
    </message>
    <message>
        <source>This computer has no embedder, so there is nothing to keep there.</source>
        <translation>这台电脑没有嵌入模型，因此没有可存放的内容。</translation>
    </message>
    <message>
        <source>There is no model.onnx in this folder, nor in its folder onnx.</source>
        <translation>此文件夹及其 onnx 文件夹中都没有 model.onnx。</translation>
    </message>
    <message>
        <source>There is no tokenizer.json in this folder.</source>
        <translation>此文件夹中没有 tokenizer.json。</translation>
    </message>
    <message>
        <source>The files of this model cannot be read. Copy the folder again.</source>
        <translation>无法读取此模型的文件。请重新复制文件夹。</translation>
    </message>
    <message>
        <source>This model gives no vectors for a text. It is of another kind.</source>
        <translation>此模型无法由文字生成向量，属于其他类型。</translation>
    </message>
    <message>
        <source>Starting.</source>
        <translation>正在启动。</translation>
    </message>
    <message>
        <source>{reason} Until then policies are searched by words only.</source>
        <translation>{reason}在此之前，政策只按词语搜索。</translation>
    </message>
    <message>
        <source>{reason} Policies are searched by words only.</source>
        <translation>{reason}政策只按词语搜索。</translation>
    </message>
    <message>
        <source>Policies are searched by words only.</source>
        <translation>政策只按词语搜索。</translation>
    </message>
    <message>
        <source>{done} of {total} passages are done. Searches go on meanwhile.</source>
        <translation>已完成 {total} 个段落中的 {done} 个。期间仍可搜索。</translation>
    </message>
    <message>
        <source>All passages are on this computer.</source>
        <translation>所有段落都在这台电脑上。</translation>
    </message>
    <message>
        <source>All passages are on the server.</source>
        <translation>所有段落的向量都在服务器上。</translation>
    </message>
    <message>
        <source>The one that comes with the program.</source>
        <translation>程序自带的模型。</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>Not answered: “{words}”</source>
        <translation>未回答：“{words}”</translation>
    </message>
    <message>
        <source>“{words}” is not the name of this requester.</source>
        <translation>“{words}”不是这位客户的名字。</translation>
    </message>
    <message>
        <source>The text is in another language: {words}.</source>
        <translation>文字是另一种语言：{words}。</translation>
    </message>
    <message>
        <source>A blank is left: “{words}”.</source>
        <translation>还有空白没填：“{words}”。</translation>
    </message>
    <message>
        <source>{words} stands neither in this ticket nor in its policies.</source>
        <translation>这张工单和政策里都没有 {words}。</translation>
    </message>
    <message>
        <source>It speaks of an attachment; what is copied has none.</source>
        <translation>内文提到附件，但复制的内容没有附件。</translation>
    </message>
    <message>
        <source>In no policy: “{words}”</source>
        <translation>政策中没有：“{words}”</translation>
    </message>
    <message>
        <source>It asks for the order number, which was sent.</source>
        <translation>询问订单号，但客户已提供。</translation>
    </message>
    <message>
        <source>It asks for a photo, which was sent.</source>
        <translation>索取照片，但客户已提供。</translation>
    </message>
    <message>
        <source>It asks for the e-mail address, which is known.</source>
        <translation>询问电子邮件地址，但已经知道。</translation>
    </message>
    <message>
        <source>It asks for the address, which was sent.</source>
        <translation>询问地址，但客户已提供。</translation>
    </message>
    <message>
        <source>It asks for the receipt, which was sent.</source>
        <translation>索取收据，但客户已提供。</translation>
    </message>
    <message>
        <source>It asks for a video, which was sent.</source>
        <translation>索取视频，但客户已提供。</translation>
    </message>
    <message>
        <source>Every question is answered.</source>
        <translation>每个问题都已回答。</translation>
    </message>
    <message>
        <source>No wrong name.</source>
        <translation>没有错误的名字。</translation>
    </message>
    <message>
        <source>The language is right.</source>
        <translation>语言正确。</translation>
    </message>
    <message>
        <source>No blank is left.</source>
        <translation>没有未填的空白。</translation>
    </message>
    <message>
        <source>No number of another ticket.</source>
        <translation>没有其他工单的编号。</translation>
    </message>
    <message>
        <source>Nothing is asked that was sent already.</source>
        <translation>没有再问客户已提供的内容。</translation>
    </message>
    <message>
        <source>Nothing is said to be attached.</source>
        <translation>没有提到附件。</translation>
    </message>
    <message>
        <source>Nothing is promised beyond the policies.</source>
        <translation>没有超出政策的承诺。</translation>
    </message>
    <message>
        <source>It may not be answered: “{words}”</source>
        <translation>可能尚未回答：“{words}”</translation>
    </message>
    <message>
        <source>The ticket asks no question.</source>
        <translation>这张工单没有提问。</translation>
    </message>
    <message>
        <source>The requester&apos;s name is not known.</source>
        <translation>不知道客户的名字。</translation>
    </message>
    <message>
        <source>Too short to tell the language.</source>
        <translation>文字太短，无法判断语言。</translation>
    </message>
</context>
<context>
    <name>PreflightButton</name>
    <message>
        <source>Pre-flight {passed} of {all}</source>
        <translation>检查 {passed}/{all}</translation>
    </message>
    <message>
        <source>What was looked at before you copy</source>
        <translation>复制前检查的项目</translation>
    </message>
</context>
<context>
    <name>PreflightPopover</name>
    <message>
        <source>Pre-flight</source>
        <translation>复制前检查</translation>
    </message>
</context>
<context>
    <name>PreparedRow</name>
    <message>
        <source>Prepared ahead</source>
        <translation>预先备好</translation>
    </message>
    <message>
        <source>Prepare ahead</source>
        <translation>预先准备</translation>
    </message>
</context>
<context>
    <name>Preparing</name>
    <message>
        <source>Prepare ahead</source>
        <translation>预先准备</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Prepare drafts for the next cards? No known price; their text goes to {host}.</source>
        <translation>为接下来的卡片准备草稿？价格未知；其文字会发送至 {host}。</translation>
    </message>
    <message>
        <source>Prepare drafts for the next cards? About {each} each, {all} for all {count}; their text goes to {host}.</source>
        <translation>为接下来的卡片准备草稿？每份约 {each}，全部 {count} 份约 {all}；其文字会发送至 {host}。</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>What is masked</source>
        <translation>遮盖哪些内容</translation>
    </message>
    <message>
        <source>Before a ticket goes to an engine, what is personal in it is replaced by marks such as [NAME_1]; in the answer it is put back. Card numbers and IBANs are always masked.</source>
        <translation>工单发到引擎之前，其中的个人信息会换成 [NAME_1] 这样的标记；回答里再换回来。卡号与 IBAN 一律遮盖。</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>Names, e-mail and postal addresses, telephone, order and other numbers.</source>
        <translation>姓名、电子邮件与邮寄地址、电话、订单及其他号码。</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>The same; and nothing is sent while something looks personal that cannot be masked: you look first.</source>
        <translation>同上；此外，只要有看似个人信息而无法遮盖的内容，就不发出：先由您过目。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Only card numbers and IBANs.</source>
        <translation>只遮盖卡号与 IBAN。</translation>
    </message>
    <message>
        <source>Names are known from a ticket’s own fields and from greetings and signatures; others in running text are not found. What was sent, in a ticket’s menu, shows each request byte for byte.</source>
        <translation>姓名取自工单的字段、称呼与署名；正文中的其他姓名找不到。工单菜单里的“发出的内容”会逐字节显示每个请求。</translation>
    </message>
    <message>
        <source>Your own patterns</source>
        <translation>您自己的规则</translation>
    </message>
    <message>
        <source>Regular expressions for what else must not leave, such as customer numbers: KD-\d{6}. Capitals do not matter.</source>
        <translation>用正则表达式指明还有什么不得发出，例如客户编号：KD-\d{6}。不分大小写。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>This pattern cannot be used: {reason}</source>
        <translation>这条规则不能用：{reason}</translation>
    </message>
    <message>
        <source>This pattern also fits nothing at all.</source>
        <translation>这条规则连空处也符合。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>Claude API</source>
        <translation>Claude API</translation>
    </message>
    <message>
        <source>Amazon Bedrock (Mantle)</source>
        <translation>Amazon Bedrock（Mantle）</translation>
    </message>
    <message>
        <source>Amazon Bedrock (InvokeModel)</source>
        <translation>Amazon Bedrock（InvokeModel）</translation>
    </message>
    <message>
        <source>LiteLLM gateway</source>
        <translation>LiteLLM 网关</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>其他地址</translation>
    </message>
    <message>
        <source>{model} does not take this here: {features}. Requests go on without it.</source>
        <translation>{model} 在此不接受：{features}。之后的请求不再带上。</translation>
    </message>
</context>
<context>
    <name>ProfileList</name>
    <message>
        <source>Add an engine</source>
        <translation>添加引擎</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Engine facts</source>
        <translation>引擎资料</translation>
    </message>
    <message>
        <source>No model: drafts are put together from your policy sentences.</source>
        <translation>不用模型：草稿由您的政策语句组成。</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Remove “{name}” and its key</source>
        <translation>移除“{name}”及其密钥</translation>
    </message>
    <message>
        <source>What answers</source>
        <translation>由谁回答</translation>
    </message>
    <message>
        <source>No address yet.</source>
        <translation>尚无地址。</translation>
    </message>
    <message>
        <source>Tested on {date}.</source>
        <translation>测试于 {date}。</translation>
    </message>
    <message>
        <source>Your own key, straight to this address.</source>
        <translation>您自己的密钥，直接送往此地址。</translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation>尚未测试。</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Taking back an import that was cut off</source>
        <translation>正在撤销中断的导入</translation>
    </message>
    <message>
        <source>The settings file was damaged and put aside; the defaults serve.</source>
        <translation>设置文件已损坏并移到一旁；目前使用默认值。</translation>
    </message>
    <message>
        <source>No export waits for you.</source>
        <translation>没有导出文件在等候。</translation>
    </message>
    <message>
        <source>Others on this computer can read {place}: its permissions could not be changed. Ask who looks after it.</source>
        <translation>这台电脑上的其他人可以读取 {place}：无法更改其权限。请询问管理这台电脑的人。</translation>
    </message>
</context>
<context>
    <name>Proof</name>
    <message>
        <source>This ticket</source>
        <translation>此工单</translation>
    </message>
    <message>
        <source>From another reply</source>
        <translation>出自另一回复</translation>
    </message>
    <message>
        <source>In no policy</source>
        <translation>政策中没有</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>“{claim}”</source>
        <translation>“{claim}”</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Stands only in an internal note or passage.</source>
        <translation>只出现在内部备注或段落中。</translation>
    </message>
    <message>
        <source>From another customer&apos;s reply: read it.</source>
        <translation>出自给另一位客户的回复：请读一遍。</translation>
    </message>
    <message>
        <source>Neither in these policies nor in the ticket: {claims}.</source>
        <translation>这些政策和工单中都没有：{claims}。</translation>
    </message>
    <message>
        <source>The policy has a condition: {condition}.</source>
        <translation>政策有一项条件：{condition}。</translation>
    </message>
    <message>
        <source>supported by {place}</source>
        <translation>依据：{place}</translation>
    </message>
    <message>
        <source>from this ticket</source>
        <translation>来自此工单</translation>
    </message>
    <message>
        <source>from another customer&apos;s reply: read it before you copy</source>
        <translation>出自给另一位客户的回复：复制前请读一遍</translation>
    </message>
    <message>
        <source>not supported: look before you copy</source>
        <translation>没有依据：复制前请查看</translation>
    </message>
    <message>
        <source>only in an internal note: look before you copy</source>
        <translation>只在内部备注中：复制前请查看</translation>
    </message>
    <message>
        <source>{place} and {count} more</source>
        <translation>{place}，另有 {count} 处</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>unopened</source>
        <translation>未拆封</translation>
    </message>
    <message>
        <source>not washed</source>
        <translation>未洗过</translation>
    </message>
    <message>
        <source>with its tags</source>
        <translation>吊牌完好</translation>
    </message>
    <message>
        <source>in its packaging</source>
        <translation>带原包装</translation>
    </message>
    <message>
        <source>with the receipt</source>
        <translation>带收据</translation>
    </message>
    <message>
        <source>with a photo</source>
        <translation>带照片</translation>
    </message>
    <message>
        <source>with an identity card</source>
        <translation>带身份证件</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>清洁</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完整</translation>
    </message>
</context>
<context>
    <name>ProofRow</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>I vouch for it</source>
        <translation>由我负责</translation>
    </message>
</context>
<context>
    <name>ProofRows</name>
    <message>
        <source>Proof, by sentence</source>
        <translation>逐句依据</translation>
    </message>
</context>
<context>
    <name>ProxyField</name>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>按系统设置</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>使用这个</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>A proxy looks like http://proxy.example.com:3128, without a password.</source>
        <translation>代理的地址如 http://proxy.example.com:3128，不含密码。</translation>
    </message>
</context>
<context>
    <name>ProxyPasswordForm</name>
    <message>
        <source>Password of the proxy</source>
        <translation>代理的密码</translation>
    </message>
</context>
<context>
    <name>QuestionList</name>
    <message>
        <source>What the customer asks, and whether the draft answers it</source>
        <translation>客户问了什么，草稿是否回答</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 个</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知识</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>所有操作</translation>
    </message>
</context>
<context>
    <name>ReceiptsView</name>
    <message>
        <source>Receipts</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>tickets ask this</source>
        <translation>张工单问这个</translation>
    </message>
    <message>
        <source>answered alike</source>
        <translation>答法相同</translation>
    </message>
    <message>
        <source>disagree</source>
        <translation>答法不同</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>依据的政策</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>答法不同</translation>
    </message>
    <message>
        <source>Some of the {count}</source>
        <translation>{count} 条中的几条</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>显示全部 {count} 条</translation>
    </message>
</context>
<context>
    <name>RejectsDialog</name>
    <message>
        <source>{rows} rows of {file} could not be read.</source>
        <translation>{file} 中有 {rows} 行无法读取。</translation>
    </message>
    <message>
        <source>1 row of {file} could not be read.</source>
        <translation>{file} 有 1 行无法读取。</translation>
    </message>
    <message>
        <source>{files} files of {file} were not read.</source>
        <translation>{file} 中有 {files} 个文件未读取。</translation>
    </message>
    <message>
        <source>1 file of {file} was not read.</source>
        <translation>{file} 中有 1 个文件未读取。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>{file} could not be written. Choose another folder, or make room.</source>
        <translation>无法写入 {file}。请选择其他文件夹，或腾出空间。</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存列表</translation>
    </message>
    <message>
        <source>What was not read</source>
        <translation>未读取的内容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RemedyView</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Open the other file</source>
        <translation>打开另一份文件</translation>
    </message>
    <message>
        <source>Copy the steps</source>
        <translation>复制步骤</translation>
    </message>
</context>
<context>
    <name>RepliesSection</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>So that in a pasted conversation your messages are known from the customer’s.</source>
        <translation>这样在粘贴的对话里，就能分辨您的消息和顾客的消息。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Your e-mail</source>
        <translation>您的电子邮件</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Your language</source>
        <translation>您的语言</translation>
    </message>
    <message>
        <source>Languages of a reply</source>
        <translation>回复的语言</translation>
    </message>
    <message>
        <source>Greeting and closing</source>
        <translation>开头与结尾</translation>
    </message>
    <message>
        <source>They come from here and never from an engine. {name} is the customer’s name.</source>
        <translation>它们取自这里，绝不来自引擎。{name} 是顾客姓名。</translation>
    </message>
    <message>
        <source>My helpdesk adds my signature: leave the closing out</source>
        <translation>客服系统会加上我的签名：省略结尾</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>A glossary is a CSV file with a column for the term and one for each language. What was translated with other terms or another address is translated again when its tab is opened.</source>
        <translation>术语表是一个 CSV 文件，一列为术语，每种语言各占一列。用其他术语或称呼翻译的内容，会在打开该标签页时重新翻译。</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>称呼</translation>
    </message>
</context>
<context>
    <name>ReplyHead</name>
    <message>
        <source>Grant</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>婉拒</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Stance of the reply</source>
        <translation>回复的立场</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>上一个版本</translation>
    </message>
    <message>
        <source>Version after</source>
        <translation>下一个版本</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再写一次</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place}／{count}</translation>
    </message>
</context>
<context>
    <name>ReplyLanguages</name>
    <message>
        <source>customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>对照</translation>
    </message>
</context>
<context>
    <name>ReplyNotice</name>
    <message>
        <source>Your policies do not answer this. A question to the customer stands in the draft.</source>
        <translation>您的政策没有回答这个问题。草稿中有一个给顾客的问题。</translation>
    </message>
    <message>
        <source>No model wrote this. It is put together from your policy sentences.</source>
        <translation>这不是模型写的，而是由您的政策句子组成。</translation>
    </message>
    <message>
        <source>SupportDesk was closed while this draft was being written. It may be cut off.</source>
        <translation>这份草稿还没写完，SupportDesk 就关闭了。内容可能不完整。</translation>
    </message>
    <message>
        <source>There is nothing to copy yet.</source>
        <translation>还没有可以复制的内容。</translation>
    </message>
    <message>
        <source>The draft is still being written. Copy it once it is whole, or stop it.</source>
        <translation>草稿还在撰写中。请等它写完再复制，或先停止。</translation>
    </message>
    <message>
        <source>Written by the policies in force on the order date, {day}.</source>
        <translation>按下单日（{day}）的政策写成。</translation>
    </message>
    <message>
        <source>Use today&apos;s</source>
        <translation>改用现行政策</translation>
    </message>
    <message>
        <source>The ticket changed after this draft was written.</source>
        <translation>写下这份草稿之后，工单有了变化。</translation>
    </message>
    <message>
        <source>A policy that this draft quotes has changed since.</source>
        <translation>这份草稿引用的政策此后有变动。</translation>
    </message>
    <message>
        <source>The house style changed after this draft was written.</source>
        <translation>写完这份草稿后，行文风格有变动。</translation>
    </message>
    <message>
        <source>Draft again</source>
        <translation>重新起草</translation>
    </message>
    <message>
        <source>This draft quotes none of your policies.</source>
        <translation>这份草稿没有引用您的任何政策。</translation>
    </message>
    <message>
        <source>No connection. Trying again in {seconds} s; your text is safe.</source>
        <translation>没有连接。{seconds} 秒后重试；您的文字已保留。</translation>
    </message>
    <message>
        <source>The engine is busy. Trying again in {seconds} s; your text is safe.</source>
        <translation>引擎繁忙。{seconds} 秒后重试；您的文字已保留。</translation>
    </message>
</context>
<context>
    <name>ReplyPane</name>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Go back to the data of {time}?</source>
        <translation>要回到 {time} 的数据吗？</translation>
    </message>
    <message>
        <source>Tickets, drafts and changes since then are not in it, also what you have typed. The data of now is kept as a backup, so that you can come back.</source>
        <translation>那之后的工单、草稿和更改都不在其中，您刚输入的内容也不在。现在的数据会保留为一份备份，让您可以再回来。</translation>
    </message>
    <message>
        <source>The window closes its data and opens again. Whoever asked to be forgotten stays left out. Settings, policies and the key stay as they are.</source>
        <translation>窗口会关闭数据后重新打开。要求被遗忘的人仍会略过。设置、政策和密钥保持不变。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Checking the backup</source>
        <translation>正在检查备份</translation>
    </message>
    <message>
        <source>This is the data of {time}. What was here before is kept as the newest backup.</source>
        <translation>现在是 {time} 的数据。之前的数据已保留为最新的备份。</translation>
    </message>
    <message>
        <source>Reading was stopped for it: drop those files again.</source>
        <translation>读取已因此停止：请重新拖入那些文件。</translation>
    </message>
    <message>
        <source>The backup of {time} could not be restored: the data is as it was.</source>
        <translation>{time} 的备份无法恢复：数据保持原样。</translation>
    </message>
    <message>
        <source>This backup is not there any more. Choose another one.</source>
        <translation>此备份已不存在。请选择其他备份。</translation>
    </message>
    <message>
        <source>The backup of {time} cannot be read. Choose another one.</source>
        <translation>无法读取 {time} 的备份。请选择另一份。</translation>
    </message>
    <message>
        <source>The backup of {time} was made by a later version of the program.</source>
        <translation>{time} 的备份是由较新版本的程序制作的。</translation>
    </message>
    <message>
        <source>The backup of {time} is damaged. Choose another one.</source>
        <translation>{time} 的备份已损坏。请选择另一份。</translation>
    </message>
</context>
<context>
    <name>Retaining</name>
    <message>
        <source>Show them</source>
        <translation>显示它们</translation>
    </message>
    <message>
        <source>Old tickets were removed, as set in Settings › Data: {counts}.</source>
        <translation>已按“设置 › 数据”移除旧工单：{counts}。</translation>
    </message>
    <message>
        <source>Just as old, but kept since they wait for an answer: {count}.</source>
        <translation>同样旧但因为在等回复而保留：{count} 张。</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message>
        <source>Order of the cards</source>
        <translation>卡片顺序</translation>
    </message>
    <message>
        <source>Which cards</source>
        <translation>哪些卡片</translation>
    </message>
    <message>
        <source>All intents</source>
        <translation>所有意图</translation>
    </message>
    <message>
        <source>Your pace</source>
        <translation>您的速度</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>待发箱</translation>
    </message>
    <message>
        <source>Copy or export</source>
        <translation>复制或导出</translation>
    </message>
    <message>
        <source>Urgent first</source>
        <translation>紧急优先</translation>
    </message>
    <message>
        <source>Alike together</source>
        <translation>相似的放一起</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最旧优先</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>剩 {count} 张</translation>
    </message>
    <message>
        <source>of {total} today; {need} of them need you</source>
        <translation>今天共 {total} 张；其中 {need} 张需要您</translation>
    </message>
    <message>
        <source>of {total} today; 1 of them needs you</source>
        <translation>今天共 {total} 张；其中 1 张需要您</translation>
    </message>
    <message>
        <source>{n} s a ticket</source>
        <translation>每张 {n} 秒</translation>
    </message>
    <message>
        <source>about {n} min to the end</source>
        <translation>约 {n} 分钟完成</translation>
    </message>
    <message>
        <source>1 reply</source>
        <translation>1 条回复</translation>
    </message>
    <message>
        <source>{count} replies</source>
        <translation>{count} 条回复</translation>
    </message>
    <message>
        <source>{n} approved</source>
        <translation>{n} 已批准</translation>
    </message>
    <message>
        <source>{n} escalated</source>
        <translation>{n} 已升级</translation>
    </message>
    <message>
        <source>{n} skipped</source>
        <translation>{n} 已跳过</translation>
    </message>
    <message>
        <source>{n} drafted, ready</source>
        <translation>{n} 草稿已就绪</translation>
    </message>
    <message>
        <source>{n} without a draft</source>
        <translation>{n} 尚无草稿</translation>
    </message>
    <message>
        <source>{n} need you</source>
        <translation>{n} 需要您</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 张需要您</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>审阅</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>打开待发箱</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>{percent} % never read</source>
        <translation>{percent} % 无人读过</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>No card of this kind waits.</source>
        <translation>没有这类卡片在等候。</translation>
    </message>
    <message>
        <source>Choose all intents above.</source>
        <translation>请在上方选择所有意图。</translation>
    </message>
    <message>
        <source>{count} replies wait in the outbox.</source>
        <translation>{count} 条回复在待发箱中等候。</translation>
    </message>
    <message>
        <source>Nothing left that needs you.</source>
        <translation>没有需要您处理的了。</translation>
    </message>
</context>
<context>
    <name>Rewriting</name>
    <message>
        <source>Rewriting needs an engine.</source>
        <translation>改写需要引擎。</translation>
    </message>
    <message>
        <source>Nothing to change there.</source>
        <translation>这里没有要改的。</translation>
    </message>
    <message>
        <source>The text changed meanwhile; select it again.</source>
        <translation>文字已经变动，请重新选取。</translation>
    </message>
</context>
<context>
    <name>RewritingState</name>
    <message>
        <source>Accept</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保留原文</translation>
    </message>
    <message>
        <source>Rewriting…</source>
        <translation>正在改写…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>{before} characters become {after}</source>
        <translation>{before} 个字符变为 {after} 个</translation>
    </message>
</context>
<context>
    <name>RewritingTools</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>In my own words…</source>
        <translation>自定义说法…</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>更短</translation>
    </message>
    <message>
        <source>Warmer</source>
        <translation>更亲切</translation>
    </message>
    <message>
        <source>More formal</source>
        <translation>更正式</translation>
    </message>
    <message>
        <source>Simpler</source>
        <translation>更简单</translation>
    </message>
</context>
<context>
    <name>RightPane</name>
    <message>
        <source>Trial search or what needs care</source>
        <translation>试搜索或待处理事项</translation>
    </message>
    <message>
        <source>Trial search</source>
        <translation>试搜索</translation>
    </message>
    <message>
        <source>Needs care</source>
        <translation>待处理</translation>
    </message>
</context>
<context>
    <name>SaveViewDialog</name>
    <message>
        <source>Save this view</source>
        <translation>保存此视图</translation>
    </message>
    <message>
        <source>A button with this name is added above the list. It brings back the search, filter and order that you see now.</source>
        <translation>列表上方会添加一个以此命名的按钮，点一下就回到现在的搜索、筛选和排序。</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>视图的名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>You have a view with this name already. Saving replaces it.</source>
        <translation>已有同名的视图，保存后会替换它。</translation>
    </message>
</context>
<context>
    <name>SavedRepliesForm</name>
    <message>
        <source>Read a file</source>
        <translation>读取文件</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Find a saved reply</source>
        <translation>查找预存回复</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>预存回复</translation>
    </message>
    <message>
        <source>This file could not be read.</source>
        <translation>无法读取此文件。</translation>
    </message>
    <message>
        <source>No columns are called title and text. Name two of them so.</source>
        <translation>没有名为 title 和 text 的列。请把两列改成这两个名字。</translation>
    </message>
    <message>
        <source>No titles with a text were found in it.</source>
        <translation>其中没有找到带内容的标题。</translation>
    </message>
    <message>
        <source>Saved replies read: {count}.</source>
        <translation>已读取预存回复：{count} 条。</translation>
    </message>
    <message>
        <source>In place of those with the same title: {replaced}.</source>
        <translation>取代了同名的：{replaced} 条。</translation>
    </message>
    <message>
        <source>Without a title or text: {left}.</source>
        <translation>没有标题或正文：{left} 条。</translation>
    </message>
    <message>
        <source>Not read, beyond what one file may hold: {beyond}. Split the file.</source>
        <translation>超出单个文件上限，未读取：{beyond} 条。请拆分文件。</translation>
    </message>
    <message>
        <source>{count} more, found by typing.</source>
        <translation>还有 {count} 条，输入文字即可找到。</translation>
    </message>
    <message>
        <source>Read saved replies</source>
        <translation>读取预存回复</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>FAQ</source>
        <translation>常见问题</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Refund rules</source>
        <translation>退款规则</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>措辞</translation>
    </message>
    <message>
        <source>Placeholders</source>
        <translation>占位符</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>占位符</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Share of all tickets</source>
        <translation>占全部工单</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>撰写者</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>依据的政策</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>答法不同</translation>
    </message>
    <message>
        <source>In no policy</source>
        <translation>政策里没有</translation>
    </message>
    <message>
        <source>Languages that say otherwise</source>
        <translation>说法不同的语言</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>full refund</source>
        <translation>全额退款</translation>
    </message>
    <message>
        <source>partial refund</source>
        <translation>部分退款</translation>
    </message>
    <message>
        <source>replacement</source>
        <translation>换新</translation>
    </message>
    <message>
        <source>refund or replacement</source>
        <translation>退款或换新</translation>
    </message>
    <message>
        <source>repair</source>
        <translation>维修</translation>
    </message>
    <message>
        <source>no refund</source>
        <translation>不退款</translation>
    </message>
    <message>
        <source>ask first</source>
        <translation>先询问</translation>
    </message>
    <message>
        <source>a person decides</source>
        <translation>由人员决定</translation>
    </message>
    <message>
        <source>a model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>the policy itself, no model</source>
        <translation>政策原文，并非模型</translation>
    </message>
    <message>
        <source>order number</source>
        <translation>订单编号</translation>
    </message>
    <message>
        <source>tracking number</source>
        <translation>追踪号码</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
</context>
<context>
    <name>SecondOpinion</name>
    <message>
        <source>Ask {model}, no known price</source>
        <translation>询问 {model}，价格未知</translation>
    </message>
    <message>
        <source>Ask {model}, about {cost}</source>
        <translation>询问 {model}，约 {cost}</translation>
    </message>
    <message>
        <source>Sends {count} pairs of passages to {host}</source>
        <translation>将 {count} 对段落发送到 {host}</translation>
    </message>
    <message>
        <source>Sends 1 pair of passages to {host}</source>
        <translation>将 1 对段落发送到 {host}</translation>
    </message>
    <message>
        <source>Comparing policies</source>
        <translation>比对政策</translation>
    </message>
</context>
<context>
    <name>SecretForm</name>
    <message>
        <source>What you enter goes into this computer’s keyring ({vault}).</source>
        <translation>您输入的内容会存入这台电脑的密钥环（{vault}）。</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>Sections</source>
        <translation>分区</translation>
    </message>
</context>
<context>
    <name>SentenceRow</name>
    <message>
        <source>Translate again</source>
        <translation>重新翻译</translation>
    </message>
    <message>
        <source>Translate into the draft</source>
        <translation>译入草稿</translation>
    </message>
    <message>
        <source>Being translated</source>
        <translation>翻译中</translation>
    </message>
    <message>
        <source>Not translated</source>
        <translation>未翻译</translation>
    </message>
    <message>
        <source>Remove it there</source>
        <translation>在草稿中也移除</translation>
    </message>
    <message>
        <source>Translation of: {source}</source>
        <translation>译自：{source}</translation>
    </message>
    <message>
        <source>Being translated into the draft</source>
        <translation>正在译入草稿</translation>
    </message>
    <message>
        <source>Not translated into the draft</source>
        <translation>尚未译入草稿</translation>
    </message>
    <message>
        <source>You changed the draft&apos;s sentence: it stays</source>
        <translation>您改过草稿里的这一句，它会保留</translation>
    </message>
    <message>
        <source>The draft&apos;s sentence has changed since you wrote this</source>
        <translation>您写下这句之后，草稿里的句子已经改了</translation>
    </message>
    <message>
        <source>Empty here: the draft keeps its sentence</source>
        <translation>此处已清空，草稿仍保留这一句</translation>
    </message>
    <message>
        <source>Not translated into the draft: needs an engine</source>
        <translation>尚未译入草稿：需要引擎</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Greeting, {language}</source>
        <translation>开头，{language}</translation>
    </message>
    <message>
        <source>Closing, {language}</source>
        <translation>结尾，{language}</translation>
    </message>
    <message>
        <source>House style, {intent}</source>
        <translation>行文风格：{intent}</translation>
    </message>
    <message>
        <source>An apology, or thanks where nothing went wrong</source>
        <translation>致歉；若没有出错则致谢</translation>
    </message>
    <message>
        <source>The solution that the policies give</source>
        <translation>政策给出的解决方案</translation>
    </message>
    <message>
        <source>The next step: who does what now</source>
        <translation>下一步：接下来由谁做什么</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Languages and replies</source>
        <translation>语言与回复</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>撰写</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Policy index</source>
        <translation>政策索引</translation>
    </message>
    <message>
        <source>Data and backups</source>
        <translation>数据与备份</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SideDialog</name>
    <message>
        <source>Drafts of both</source>
        <translation>两者的草稿</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SnippetList</name>
    <message>
        <source>Saved replies</source>
        <translation>预存回复</translation>
    </message>
</context>
<context>
    <name>SpendOverview</name>
    <message>
        <source>Change the cap</source>
        <translation>更改上限</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What it went to</source>
        <translation>用在何处</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>输入词元</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>来自缓存</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>逐日</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>{sum} of {cap} today</source>
        <translation>今日 {sum}，上限 {cap}</translation>
    </message>
    <message>
        <source>{count} of today’s requests have no known price: at most 500 a day go out.</source>
        <translation>今日有 {count} 笔请求价格未知：每日最多发出 500 笔。</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>SpendSection</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预估</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>存为 CSV</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>发出的内容</translation>
    </message>
    <message>
        <source>No request yet.</source>
        <translation>尚无请求。</translation>
    </message>
    <message>
        <source>Each request to an engine will stand here with its tokens and its cost.</source>
        <translation>每笔发往引擎的请求会连同词元与费用列在这里。</translation>
    </message>
    <message>
        <source>Saving the requests</source>
        <translation>正在保存请求列表</translation>
    </message>
    <message>
        <source>Save the requests</source>
        <translation>保存请求列表</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>The data folder cannot be written: {place}. Check its permissions, or start with --home DIR.</source>
        <translation>数据文件夹无法写入：{place}。请检查权限，或以 --home DIR 启动。</translation>
    </message>
    <message>
        <source>Start with --use-copy to take it.</source>
        <translation>请加上 --use-copy 启动以使用副本。</translation>
    </message>
    <message>
        <source>The copy is in its place. Start SupportDesk again.</source>
        <translation>副本已就位。请重新启动 SupportDesk。</translation>
    </message>
    <message>
        <source>Use the copy</source>
        <translation>使用副本</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Stop this</source>
        <translation>停止此任务</translation>
    </message>
    <message>
        <source>{count} in the queue</source>
        <translation>队列中 {count} 张</translation>
    </message>
    <message>
        <source>Today ${sum} of ${cap}</source>
        <translation>今日 ${sum}，上限 ${cap}</translation>
    </message>
    <message>
        <source>Today ${sum}</source>
        <translation>今日 ${sum}</translation>
    </message>
    <message>
        <source>+ {count} unpriced</source>
        <translation>＋{count} 笔价格未知</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}／{total}</translation>
    </message>
    <message>
        <source>1 more waits</source>
        <translation>还有 1 项在等待</translation>
    </message>
    <message>
        <source>{count} more wait</source>
        <translation>还有 {count} 项在等待</translation>
    </message>
</context>
<context>
    <name>SteeringRow</name>
    <message>
        <source>What do you want to say?</source>
        <translation>您想说什么？</translation>
    </message>
    <message>
        <source>From “{title}”</source>
        <translation>取自“{title}”</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>What you typed is not on disk yet: another program may hold the database in {place}. It stays in the window and is saved as soon as that is possible.</source>
        <translation>您输入的内容还没有保存到磁盘：可能有其他程序正在使用 {place} 里的数据库。内容仍在窗口中，能保存时会立即保存。</translation>
    </message>
    <message>
        <source>The disk is full: what you typed last is not saved. The window closes as soon as it is.</source>
        <translation>磁盘已满：您最后输入的内容还没有保存。一旦保存，窗口就会关闭。</translation>
    </message>
    <message>
        <source>{place} cannot be written: what you typed last is not saved. The window closes as soon as it is.</source>
        <translation>{place} 无法写入：您最后输入的内容还没有保存。一旦保存，窗口就会关闭。</translation>
    </message>
    <message>
        <source>The data folder is no longer at {place}: what you typed last is not saved. The window closes as soon as it is back there.</source>
        <translation>数据文件夹已不在 {place}：您最后输入的内容尚未保存。文件夹放回原处后，窗口会立即关闭。</translation>
    </message>
    <message>
        <source>Another program may hold the database: what you typed last is not saved. The window closes as soon as it is.</source>
        <translation>可能有其他程序正在使用数据库：您最后输入的内容还没有保存。一旦保存，窗口就会关闭。</translation>
    </message>
    <message>
        <source>What you typed last cannot be saved in {place}. The window closes as soon as it is.</source>
        <translation>您最后输入的内容无法保存到 {place}。一旦保存，窗口就会关闭。</translation>
    </message>
    <message>
        <source>The disk is full, so nothing more can be kept. Make room; your text stays in the window.</source>
        <translation>磁盘已满，无法再保存任何内容。请腾出空间；您的文字仍在窗口中。</translation>
    </message>
    <message>
        <source>The data folder cannot be written: {place}. Check its permissions.</source>
        <translation>数据文件夹无法写入：{place}。请检查权限。</translation>
    </message>
    <message>
        <source>The data folder is no longer at {place}: it was moved or renamed, or its drive is gone. Bring it back there; what you typed stays in the window until then.</source>
        <translation>数据文件夹已不在 {place}：它被移动或重命名了，或者所在的驱动器已断开。请把它放回原处；在此之前，您输入的内容会留在窗口中。</translation>
    </message>
    <message>
        <source>Another program holds the database in {place}. Close it, then try again.</source>
        <translation>其他程序正在占用 {place} 中的数据库。请关闭它后再试。</translation>
    </message>
    <message>
        <source>A later version of the program made the data in {place}. Update the program to open it.</source>
        <translation>{place} 中的数据由较新版本的程序建立。请更新程序后打开。</translation>
    </message>
    <message>
        <source>The database in {place} is damaged, and there is no copy yet. Move desk.sqlite3 to another folder, start again, and import your exports.</source>
        <translation>{place} 的数据库已损坏，而且尚无副本。请将 desk.sqlite3 移到其他文件夹，重新启动，再导入您的导出文件。</translation>
    </message>
    <message>
        <source>The database in {place} is damaged. There is a copy of {time}; the damaged file is kept as well.</source>
        <translation>{place} 的数据库已损坏。有一份 {time} 的副本；损坏的文件也会保留。</translation>
    </message>
    <message>
        <source>Nothing could be kept in {place}.</source>
        <translation>无法在 {place} 保存任何内容。</translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>Languages of the reply</source>
        <translation>回复的语言</translation>
    </message>
</context>
<context>
    <name>TagLine</name>
    <message>
        <source>Before the last message</source>
        <translation>早于最新消息</translation>
    </message>
    <message>
        <source>Satisfaction {level} of 5</source>
        <translation>满意度 {level}/5</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>{tag}: no</source>
        <translation>{tag}：否</translation>
    </message>
</context>
<context>
    <name>TagRuns</name>
    <message>
        <source>Tagging waits for the connection</source>
        <translation>打标签正在等待网络连接</translation>
    </message>
    <message>
        <source>Tagging</source>
        <translation>打标签</translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message>
        <source>In a batch at half the price: the answers come within a day, mostly within an hour, and also when the window is closed meanwhile. The text goes to {host} and is kept there until the answers are read; then it is deleted there. Without that it would be kept for 29 days.</source>
        <translation>批次处理，半价：答复在一天内到达，通常在一小时内，期间关闭窗口也没关系。文本发送到 {host}，在读取答复之前保存在那里，读取后即在那里删除；否则会保存 29 天。</translation>
    </message>
    <message>
        <source>This engine has no batches: the conversations go to {host} one after the other, at the usual price.</source>
        <translation>此引擎没有批次处理：会话逐个发送到 {host}，按通常价格。</translation>
    </message>
    <message>
        <source>No model is in use: word lists judge how the customer’s last message sounds. Nothing leaves this computer, and own tags stay empty.</source>
        <translation>没有使用模型：由词表判断客户最后一条消息的语气。任何内容都不会离开这台电脑，自定义标签留空。</translation>
    </message>
    <message>
        <source>Nothing to tag</source>
        <translation>没有可打标签的会话</translation>
    </message>
    <message>
        <source>Tag {count} by rules</source>
        <translation>按规则给 {count} 张打标签</translation>
    </message>
    <message>
        <source>Tag {count}, no known price</source>
        <translation>给 {count} 张打标签，价格未知</translation>
    </message>
    <message>
        <source>Tag {count}, about {cost}</source>
        <translation>给 {count} 张打标签，约 {cost}</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>逐个</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>{done} of {total} tagged</source>
        <translation>已打标签 {done} / {total}</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} 张失败</translation>
    </message>
    <message>
        <source>waits for the engine at {host}</source>
        <translation>等待 {host} 的引擎</translation>
    </message>
    <message>
        <source>waits for the connection, goes on by itself</source>
        <translation>等待网络连接，恢复后自动继续</translation>
    </message>
    <message>
        <source>the rest waits for room under the day’s cap</source>
        <translation>其余的等每日上限有余额</translation>
    </message>
    <message>
        <source>waits for the engine, goes on by itself</source>
        <translation>等待模型服务，恢复后自动继续</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>the engine could not answer</source>
        <translation>引擎未能答复</translation>
    </message>
    <message>
        <source>not answered within a day</source>
        <translation>一天内没有答复</translation>
    </message>
    <message>
        <source>stopped before its turn</source>
        <translation>轮到之前已停止</translation>
    </message>
    <message>
        <source>the engine refused</source>
        <translation>引擎拒绝</translation>
    </message>
    <message>
        <source>the answer was no tags</source>
        <translation>答复不是标签</translation>
    </message>
    <message>
        <source>not sent: something in it could not be masked</source>
        <translation>未发送：其中有无法遮盖的内容</translation>
    </message>
</context>
<context>
    <name>TaggingPage</name>
    <message>
        <source>Which conversations</source>
        <translation>哪些会话</translation>
    </message>
    <message>
        <source>Those with a reply</source>
        <translation>已回复的</translation>
    </message>
    <message>
        <source>All without tags</source>
        <translation>所有未打标签的</translation>
    </message>
    <message>
        <source>Those tagged by rules</source>
        <translation>由规则标记的</translation>
    </message>
    <message>
        <source>Those without one of your own tags</source>
        <translation>缺少您自己的某个标签的</translation>
    </message>
    <message>
        <source>Those whose customer wrote again</source>
        <translation>客户之后又来信的</translation>
    </message>
    <message>
        <source>What to tag</source>
        <translation>给什么打标签</translation>
    </message>
    <message>
        <source>Each conversation gets satisfaction from 1 to 5, how the customer sounds, whether a person should look at it, and why.</source>
        <translation>每个会话得到 1 到 5 的满意度、客户的语气、是否需要人工查看及其原因。</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Your own tags</source>
        <translation>您的自定义标签</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>批次记录</translation>
    </message>
    <message>
        <source>Tagging</source>
        <translation>打标签</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>还没有。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Send again what failed</source>
        <translation>重新发送失败的</translation>
    </message>
    <message>
        <source>What failed would go to {host} once more.</source>
        <translation>失败的会再次发往 {host}。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>This run began at {before}.</source>
        <translation>这次是在 {before} 开始的。</translation>
    </message>
    <message>
        <source>What is left would go to {host}.</source>
        <translation>剩下的会发送到 {host}。</translation>
    </message>
    <message>
        <source>Show the ticket</source>
        <translation>显示工单</translation>
    </message>
</context>
<context>
    <name>TicketPane</name>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>No ticket chosen</source>
        <translation>尚未选择工单</translation>
    </message>
    <message>
        <source>Choose one from the list, or paste a conversation with Ctrl+V.</source>
        <translation>请从列表中选择一个，或用 Ctrl+V 粘贴对话。</translation>
    </message>
    <message>
        <source>No subject</source>
        <translation>无主题</translation>
    </message>
    <message>
        <source>{count} more open from this requester</source>
        <translation>此顾客另有 {count} 张待处理</translation>
    </message>
    <message>
        <source>Not triaged yet</source>
        <translation>尚未分类</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Translated by the engine</source>
        <translation>由引擎翻译</translation>
    </message>
    <message>
        <source>Being translated</source>
        <translation>翻译中</translation>
    </message>
    <message>
        <source>Show translation</source>
        <translation>显示译文</translation>
    </message>
    <message>
        <source>Show original</source>
        <translation>显示原文</translation>
    </message>
    <message>
        <source>Translated by the engine; lines it left out: {count}</source>
        <translation>由引擎翻译；未译行数：{count}</translation>
    </message>
    <message>
        <source>More for this ticket</source>
        <translation>这张工单的更多操作</translation>
    </message>
    <message>
        <source>Who wrote what is read from the pasted text.</source>
        <translation>谁写了什么，是从粘贴的文字判读的。</translation>
    </message>
    <message>
        <source>Swap requester and agent</source>
        <translation>对调顾客与客服人员</translation>
    </message>
    <message>
        <source>Show 1 older message</source>
        <translation>显示 1 条较早的消息</translation>
    </message>
    <message>
        <source>by rules</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>{rules}, the model has not answered yet</source>
        <translation>{rules}，模型尚未回应</translation>
    </message>
    <message>
        <source>{count} thinking tokens</source>
        <translation>{count} 个思考词元</translation>
    </message>
    <message>
        <source>Show {count} older messages</source>
        <translation>显示 {count} 条较早的消息</translation>
    </message>
    <message>
        <source>This export holds no message text for this ticket. Paste the conversation with Ctrl+V to fill it.</source>
        <translation>此导出文件没有这张工单的消息内容。请用 Ctrl+V 粘贴对话来补上。</translation>
    </message>
</context>
<context>
    <name>TicketRowDelegate</name>
    <message>
        <source>Escalate</source>
        <translation>升级</translation>
    </message>
</context>
<context>
    <name>TicketTable</name>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
</context>
<context>
    <name>TranslationLine</name>
    <message>
        <source>Original or translation</source>
        <translation>原文或译文</translation>
    </message>
</context>
<context>
    <name>TrialSearch</name>
    <message>
        <source>Trial search</source>
        <translation>试搜索</translation>
    </message>
    <message>
        <source>what a draft would be given, and why</source>
        <translation>草稿会得到哪些段落，以及原因</translation>
    </message>
    <message>
        <source>Ask as a customer would</source>
        <translation>像顾客一样提问</translation>
    </message>
    <message>
        <source>Internal passages too</source>
        <translation>包含内部段落</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} 毫秒</translation>
    </message>
    <message>
        <source>, words only</source>
        <translation>，仅按词语</translation>
    </message>
    <message>
        <source>Nothing in the policies matches these words.</source>
        <translation>政策中没有符合这些词语的内容。</translation>
    </message>
    <message>
        <source>No passage found</source>
        <translation>找不到段落</translation>
    </message>
    <message>
        <source>Type a question to see which passages it finds.</source>
        <translation>输入问题，看看会找到哪些段落。</translation>
    </message>
    <message>
        <source>Try a question</source>
        <translation>试一个问题</translation>
    </message>
</context>
<context>
    <name>VerdictList</name>
    <message>
        <source>What this file is</source>
        <translation>这是什么文件</translation>
    </message>
</context>
<context>
    <name>VersionDialog</name>
    <message>
        <source>Compare versions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <source>Left text</source>
        <translation>左侧文字</translation>
    </message>
    <message>
        <source>Right text</source>
        <translation>右侧文字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>两者相同。</translation>
    </message>
    <message>
        <source>Characters taken out: {out}; put in: {into}; the same: {same}.</source>
        <translation>删去 {out} 个字符，新增 {into} 个，相同 {same} 个。</translation>
    </message>
    <message>
        <source>{number}: as it was drafted, {time}</source>
        <translation>{number}：起草时，{time}</translation>
    </message>
    <message>
        <source>{number}: as it was copied, {time}</source>
        <translation>{number}：复制时，{time}</translation>
    </message>
    <message>
        <source>{number}: version of {time}</source>
        <translation>{number}：{time} 的版本</translation>
    </message>
</context>
<context>
    <name>ViewChips</name>
    <message>
        <source>All views</source>
        <translation>所有视图</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>保存此视图…</translation>
    </message>
    <message>
        <source>Remove the view “{name}”</source>
        <translation>移除视图“{name}”</translation>
    </message>
    <message>
        <source>Export these tickets…</source>
        <translation>导出这些工单…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Needs me</source>
        <translation>等我回复</translation>
    </message>
    <message>
        <source>With customer</source>
        <translation>等客户回复</translation>
    </message>
    <message>
        <source>Drafted</source>
        <translation>已拟稿</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>ViewsWork</name>
    <message>
        <source>Exporting tickets</source>
        <translation>正在导出工单</translation>
    </message>
    <message>
        <source>Export these tickets</source>
        <translation>导出这些工单</translation>
    </message>
    <message>
        <source>{count} tickets were written to {file}.</source>
        <translation>已将 {count} 条工单写入 {file}。</translation>
    </message>
    <message>
        <source>1 ticket was written to {file}.</source>
        <translation>已将 1 条工单写入 {file}。</translation>
    </message>
    <message>
        <source>{file} could not be written. Choose another folder, or make room.</source>
        <translation>无法写入 {file}。请选择其他文件夹，或腾出空间。</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Drop the night’s tickets.
Start with a draft for each.</source>
        <translation>拖入昨夜的工单，
从每个的草稿开始。</translation>
    </message>
    <message>
        <source>Each ticket gets its intent, its language, and a reply from your own policies. You read, correct, copy.</source>
        <translation>每张工单都会得到意图、语言，以及取自您自己政策的回复。您只需阅读、修改、复制。</translation>
    </message>
    <message>
        <source>How to read a draft</source>
        <translation>如何阅读草稿</translation>
    </message>
    <message>
        <source>We replace it free of charge.</source>
        <translation>我们会免费为您更换。</translation>
    </message>
    <message>
        <source>stands in your policies</source>
        <translation>出自您的政策</translation>
    </message>
    <message>
        <source>free of charge</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Your order MP-48213</source>
        <translation>您的订单 MP-48213</translation>
    </message>
    <message>
        <source>stands in this ticket</source>
        <translation>出自这张工单</translation>
    </message>
    <message>
        <source>You have it by Saturday.</source>
        <translation>您将在周六前收到。</translation>
    </message>
    <message>
        <source>by Saturday</source>
        <translation>在周六前</translation>
    </message>
    <message>
        <source>stands nowhere: look before you copy</source>
        <translation>没有依据：复制前请确认</translation>
    </message>
    <message>
        <source>Tickets and policies stay on this computer. Without a key nothing leaves it.</source>
        <translation>工单与政策都留在这台电脑。没有密钥，任何内容都不会离开。</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Paste a conversation</source>
        <translation>粘贴对话</translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation>打开商店</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>添加密钥</translation>
    </message>
    <message>
        <source>CSV, JSON or JSON Lines from Zendesk, Freshdesk, Intercom, Gorgias and others. Or paste a ticket that you copied from its page.</source>
        <translation>来自 Zendesk、Freshdesk、Intercom、Gorgias 等的 CSV、JSON 或 JSON Lines。或粘贴您从网页复制的工单。</translation>
    </message>
    <message>
        <source>300 tickets in six languages and the policies of a small shop. No key needed.</source>
        <translation>六种语言的 300 张工单，以及一家小店的政策。不需要密钥。</translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring and nowhere else. With it Claude judges, drafts and translates; you see what leaves and what it costs.</source>
        <translation>只存放在这台电脑的密钥环中。有了它，Claude 会分类、拟稿和翻译；发送什么、花费多少，您都看得到。</translation>
    </message>
    <message>
        <source>Drop your ticket export here</source>
        <translation>将工单导出文件拖放到这里</translation>
    </message>
    <message>
        <source>Try it with the sample shop</source>
        <translation>用示例商店试试</translation>
    </message>
    <message>
        <source>Add your API key</source>
        <translation>添加您的 API 密钥</translation>
    </message>
</context>
<context>
    <name>WithheldDialog</name>
    <message>
        <source>Nothing was sent</source>
        <translation>没有发出任何内容</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This may be personal, and it is not masked by itself. What is ticked is hidden from the engine in this ticket; take the tick away from what may be sent.</source>
        <translation>以下可能是个人信息，而且不会自动遮盖。勾选的内容在这张工单里不让引擎看到；可以发出的请取消勾选。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>换货</translation>
    </message>
    <message>
        <source>Logistics</source>
        <translation>物流</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Drafted</source>
        <translation>已拟稿</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>已回复</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>已升级</translation>
    </message>
    <message>
        <source>Gone from its view</source>
        <translation>已不在视图中</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>负面</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>中性</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>正面</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Sample shop</source>
        <translation>示例商店</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>a month of the past</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>satisfaction {level} of 5</source>
        <translation>满意度 {level}（满分 5）</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙语</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法语</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德语</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>繁体中文</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>{n} m</source>
        <translation>{n} 分</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 时</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day of this year</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day of another year</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>截至 {time}</translation>
    </message>
    <message>
        <source>to be escalated</source>
        <translation>需要升级</translation>
    </message>
</context>
<context>
    <name>WritingSection</name>
    <message>
        <source>Saved replies</source>
        <translation>预存回复</translation>
    </message>
    <message>
        <source>Macros and canned replies of your helpdesk, as CSV or JSON, or pasted: a title, the text below, and --- between two. Type :: in a reply to put one in; a draft starts from the one that fits its ticket. {{customer_name}} and {{order_id}} are filled in.</source>
        <translation>客服系统的宏和预设回复，可用 CSV、JSON 或直接粘贴：一行标题，下面是内容，两条之间用 --- 隔开。在回复中输入 :: 即可插入一条；草稿会从适合该工单的那一条写起。{{customer_name}} 和 {{order_id}} 会自动填入。</translation>
    </message>
    <message>
        <source>House style</source>
        <translation>行文风格</translation>
    </message>
    <message>
        <source>What each sentence of a reply is for, a line for each; empty for the usual. Claude follows it; a draft written without a model keeps the usual three sentences.</source>
        <translation>回复中每一句的用途，一行一句；留空则按惯例。Claude 会照此撰写；不用模型写的草稿仍是惯例的三句。</translation>
    </message>
    <message>
        <source>Your own rewriting tools</source>
        <translation>您自定义的改写工具</translation>
    </message>
    <message>
        <source>None yet: select text in a reply and choose More, In my own words.</source>
        <translation>还没有：在回复中选中文字，然后选择“更多”→“自定义说法”。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>_Answer</name>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Into the reply, at the cursor</source>
        <translation>插入回复中光标处</translation>
    </message>
</context>
<context>
    <name>_Cards</name>
    <message>
        <source>{n} of {total} ready</source>
        <translation>{total} 份中 {n} 份就绪</translation>
    </message>
</context>
<context>
    <name>_Head</name>
    <message>
        <source>{supported} supported, {facts} from the ticket, {unsupported} in no policy</source>
        <translation>{supported} 句有依据，{facts} 句来自工单，{unsupported} 句政策中没有</translation>
    </message>
    <message>
        <source>Proof, by sentence</source>
        <translation>逐句依据</translation>
    </message>
</context>
<context>
    <name>_HitRow</name>
    <message>
        <source>Customers may read it</source>
        <translation>顾客可以看</translation>
    </message>
    <message>
        <source>Mark as internal</source>
        <translation>标为内部</translation>
    </message>
    <message>
        <source>hardly fits</source>
        <translation>几乎不符</translation>
    </message>
    <message>
        <source>by words and meaning</source>
        <translation>字词与语义</translation>
    </message>
    <message>
        <source>by its words</source>
        <translation>字词</translation>
    </message>
    <message>
        <source>by its meaning</source>
        <translation>语义</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>语义</translation>
    </message>
    <message>
        <source>Its place among the passages found, 1 is the best there can be</source>
        <translation>在找到的段落中的排位，最高为 1</translation>
    </message>
</context>
<context>
    <name>_Judgement</name>
    <message>
        <source>{share} % of what an answer needs</source>
        <translation>达到回答所需的 {share} %</translation>
    </message>
    <message>
        <source>The best two sentences hold {words} % of the question&apos;s words, {unknown} % stand in no policy. The passages&apos; words come {near} % near them, the meaning is {meaning} % alike.</source>
        <translation>最相符的两句含有问题中 {words}% 的词，{unknown}% 的词不在任何政策中。各段的词与问题的词相近 {near}%，意思相近 {meaning}%。</translation>
    </message>
    <message>
        <source>The first passage is likely to answer this.</source>
        <translation>第一个段落很可能回答了这个问题。</translation>
    </message>
    <message>
        <source>None of these seems to answer this. A draft claims nothing and asks the customer.</source>
        <translation>这里似乎没有答案。草稿不会作出任何断言，而是向顾客提问。</translation>
    </message>
</context>
<context>
    <name>_Pair</name>
    <message>
        <source>{model} confirms it</source>
        <translation>{model} 认为矛盾</translation>
    </message>
    <message>
        <source>{model} sees none</source>
        <translation>{model} 认为不矛盾</translation>
    </message>
</context>
<context>
    <name>_PassageRow</name>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>used once</source>
        <translation>使用一次</translation>
    </message>
    <message>
        <source>used {count} times</source>
        <translation>使用 {count} 次</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>look before you copy</source>
        <translation>复制前请看一下</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>answered without proof</source>
        <translation>已回答，但没有依据</translation>
    </message>
    <message>
        <source>not found in the reply</source>
        <translation>回复中未找到</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>See why</source>
        <translation>查看原因</translation>
    </message>
</context>
<context>
    <name>_ServerFields</name>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Headers or key</source>
        <translation>标头或密钥</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>It works: the server is there and takes vectors.</source>
        <translation>可以使用：服务器有响应，并接受向量。</translation>
    </message>
    <message>
        <source>Testing.</source>
        <translation>正在测试。</translation>
    </message>
    <message>
        <source>The policy index does not run now. Start the program again.</source>
        <translation>政策索引目前没有运行。请重新启动程序。</translation>
    </message>
    <message>
        <source>This is no address of a server. One looks like https://gateway.example.com.</source>
        <translation>这不是服务器地址。地址的形式如 https://gateway.example.com。</translation>
    </message>
    <message>
        <source>Without https, headers and key can be read by others on the way there.</source>
        <translation>没有 https 时，标头和密钥在传送途中可能被他人读取。</translation>
    </message>
    <message>
        <source>A Chroma server lets in everybody who reaches it: let only your team reach it, or put a proxy in front that asks for headers. Enter those as Name: value.</source>
        <translation>任何人只要连得到 Chroma 服务器就能使用：请只让您的团队连接，或在前面设置要求标头的代理服务器。请以“Name: value”的格式输入标头。</translation>
    </message>
    <message>
        <source>Qdrant Cloud needs a key, a server of your own may need one. A folder serves one program at a time.</source>
        <translation>Qdrant Cloud 需要密钥，您自己的服务器可能也需要。文件夹一次只供一个程序使用。</translation>
    </message>
</context>
<context>
    <name>_SideCard</name>
    <message>
        <source>This one holds</source>
        <translation>以这段为准</translation>
    </message>
</context>
</TS>
