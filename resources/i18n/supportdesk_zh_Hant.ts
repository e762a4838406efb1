<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>All actions</source>
        <translation>所有操作</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>顯示所有按鍵</translation>
    </message>
    <message>
        <source>Go to the inbox</source>
        <translation>前往收件匣</translation>
    </message>
    <message>
        <source>Go to the review</source>
        <translation>前往審閱</translation>
    </message>
    <message>
        <source>Go to the policies</source>
        <translation>前往政策</translation>
    </message>
    <message>
        <source>Go to the knowledge</source>
        <translation>前往知識</translation>
    </message>
    <message>
        <source>Go to the insights</source>
        <translation>前往洞察</translation>
    </message>
    <message>
        <source>Compare two models</source>
        <translation>比較兩個模型</translation>
    </message>
    <message>
        <source>Tag conversations</source>
        <translation>標記對話</translation>
    </message>
    <message>
        <source>Go to the settings</source>
        <translation>前往設定</translation>
    </message>
    <message>
        <source>Show the welcome page</source>
        <translation>顯示歡迎頁</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>開啟檔案</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Paste a conversation</source>
        <translation>貼上對話</translation>
    </message>
    <message>
        <source>Open the sample shop</source>
        <translation>開啟範例商店</translation>
    </message>
    <message>
        <source>Switch the engine</source>
        <translation>切換引擎</translation>
    </message>
    <message>
        <source>Show requests and spend</source>
        <translation>顯示請求與花費</translation>
    </message>
    <message>
        <source>Show the export that waits</source>
        <translation>顯示等候中的匯出檔</translation>
    </message>
    <message>
        <source>Show what the last import changed</source>
        <translation>查看上次匯入帶來的變更</translation>
    </message>
    <message>
        <source>Back, or stop</source>
        <translation>返回或停止</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation>搜尋客服單</translation>
    </message>
    <message>
        <source>Open the ticket</source>
        <translation>開啟客服單</translation>
    </message>
    <message>
        <source>History of the ticket</source>
        <translation>客服單歷程</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>發出的內容</translation>
    </message>
    <message>
        <source>Mark the ticket</source>
        <translation>標記客服單</translation>
    </message>
    <message>
        <source>Mark all tickets in the list</source>
        <translation>標記清單中的所有客服單</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>下一張客服單</translation>
    </message>
    <message>
        <source>Previous ticket</source>
        <translation>上一張客服單</translation>
    </message>
    <message>
        <source>Put back as new</source>
        <translation>改回新客服單</translation>
    </message>
    <message>
        <source>Original or translation</source>
        <translation>原文或譯文</translation>
    </message>
    <message>
        <source>Show tickets of this intent</source>
        <translation>顯示此意圖的客服單</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>儲存此檢視</translation>
    </message>
    <message>
        <source>Export these tickets</source>
        <translation>匯出這些客服單</translation>
    </message>
    <message>
        <source>Forget this requester</source>
        <translation>遺忘這位提問者</translation>
    </message>
    <message>
        <source>Write a draft, or go to it</source>
        <translation>寫草稿，或前往草稿</translation>
    </message>
    <message>
        <source>Say what the draft shall say</source>
        <translation>說明草稿要寫什麼</translation>
    </message>
    <message>
        <source>Rewrite the selection or sentence</source>
        <translation>改寫選取的文字或句子</translation>
    </message>
    <message>
        <source>Answered before: the nearest tickets</source>
        <translation>先前的回覆：最相近的客服單</translation>
    </message>
    <message>
        <source>Next unproven sentence</source>
        <translation>下一句無依據的話</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>比較版本</translation>
    </message>
    <message>
        <source>Approve and copy</source>
        <translation>核准並複製</translation>
    </message>
    <message>
        <source>Edit the reply</source>
        <translation>編輯回覆</translation>
    </message>
    <message>
        <source>Answer once for all that ask the same</source>
        <translation>一次回覆所有相同問題</translation>
    </message>
    <message>
        <source>Next card</source>
        <translation>下一張卡片</translation>
    </message>
    <message>
        <source>Card before</source>
        <translation>上一張卡片</translation>
    </message>
    <message>
        <source>Show the outbox</source>
        <translation>顯示待送匣</translation>
    </message>
    <message>
        <source>Try a question</source>
        <translation>試一個問題</translation>
    </message>
    <message>
        <source>Make the knowledge</source>
        <translation>製作知識</translation>
    </message>
    <message>
        <source>Export the knowledge</source>
        <translation>匯出知識</translation>
    </message>
    <message>
        <source>Next entry</source>
        <translation>下一個條目</translation>
    </message>
    <message>
        <source>Previous entry</source>
        <translation>上一個條目</translation>
    </message>
    <message>
        <source>Write another version</source>
        <translation>再寫一個版本</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>審閱</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知識</translation>
    </message>
    <message>
        <source>Stop writing</source>
        <translation>停止撰寫</translation>
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
        <translation>草稿：詢問更多</translation>
    </message>
    <message>
        <source>Make the draft shorter</source>
        <translation>縮短草稿</translation>
    </message>
    <message>
        <source>Translate the draft into all languages</source>
        <translation>將草稿翻譯成所有語言</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>上一個版本</translation>
    </message>
    <message>
        <source>Version after</source>
        <translation>下一個版本</translation>
    </message>
    <message>
        <source>Next language of the reply</source>
        <translation>回覆的下一個語言</translation>
    </message>
    <message>
        <source>Copy the reply</source>
        <translation>複製回覆</translation>
    </message>
    <message>
        <source>Copy the reply, next ticket</source>
        <translation>複製回覆，前往下一張</translation>
    </message>
    <message>
        <source>Copy as plain text</source>
        <translation>複製為純文字</translation>
    </message>
    <message>
        <source>Copy and open in helpdesk</source>
        <translation>複製並在客服系統開啟</translation>
    </message>
    <message>
        <source>Mark as replied</source>
        <translation>標記為已回覆</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>任何地方</translation>
    </message>
    <message>
        <source>List and ticket</source>
        <translation>清單與客服單</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回覆</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>Skip the ticket</source>
        <translation>略過此客服單</translation>
    </message>
    <message>
        <source>Escalate the ticket</source>
        <translation>升級此客服單</translation>
    </message>
    <message>
        <source>Undo the last change of status</source>
        <translation>復原上次的狀態變更</translation>
    </message>
    <message>
        <source>Redo the change of status</source>
        <translation>重做狀態變更</translation>
    </message>
    <message>
        <source>Triage what waits</source>
        <translation>分類等待中的客服單</translation>
    </message>
    <message>
        <source>Undo the last import</source>
        <translation>復原上次匯入</translation>
    </message>
    <message>
        <source>Go to the ticket</source>
        <translation>前往客服單</translation>
    </message>
    <message>
        <source>Go to the reply</source>
        <translation>前往回覆</translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation>顯示或隱藏清單</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一個窗格</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>淺色或深色</translation>
    </message>
    <message>
        <source>Keep the window on top</source>
        <translation>視窗保持在最上層</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>The environment gave this address (ANTHROPIC_BASE_URL). It serves until you close the program.</source>
        <translation>此位址來自環境變數（ANTHROPIC_BASE_URL），用到您關閉程式為止。</translation>
    </message>
    <message>
        <source>This is no address of a server. One looks like https://gateway.example.com.</source>
        <translation>這不是伺服器位址。正確的例如 https://gateway.example.com。</translation>
    </message>
    <message>
        <source>Without https, key and ticket text can be read by others on the way there.</source>
        <translation>沒有 https，金鑰與客服單內容在傳送途中可能被他人讀取。</translation>
    </message>
</context>
<context>
    <name>AddressFields</name>
    <message>
        <source>Address in {language}</source>
        <translation>{language}的稱呼</translation>
    </message>
</context>
<context>
    <name>AlikeBar</name>
    <message>
        <source>Answer once</source>
        <translation>一次回覆</translation>
    </message>
</context>
<context>
    <name>AnswerOnceDialog</name>
    <message>
        <source>Answer once</source>
        <translation>一次回覆</translation>
    </message>
    <message>
        <source>Each of them gets this answer in its own language, with its own name and numbers. You approve each one.</source>
        <translation>每張客服單都以自己的語言收到此回覆，並帶有自己的姓名與編號。每一份都由您核准。</translation>
    </message>
    <message>
        <source>Tickets that ask the same</source>
        <translation>相同問題的客服單</translation>
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
        <translation>不會詢問模型：沒有任何內容離開這台電腦。</translation>
    </message>
    <message>
        <source>{cost} each; their text goes to {host}.</source>
        <translation>每份{cost}；其文字會傳送至 {host}。</translation>
    </message>
</context>
<context>
    <name>AnsweredHead</name>
    <message>
        <source>folded</source>
        <translation>已摺疊</translation>
    </message>
</context>
<context>
    <name>AnsweredRow</name>
    <message>
        <source>open</source>
        <translation>已展開</translation>
    </message>
    <message>
        <source>Rated {level}</source>
        <translation>評分 {level}</translation>
    </message>
</context>
<context>
    <name>AnsweredSection</name>
    <message>
        <source>Answered before, much alike</source>
        <translation>以前回覆過的類似客服單</translation>
    </message>
    <message>
        <source>Answer to {number}</source>
        <translation>對 {number} 的回覆</translation>
    </message>
</context>
<context>
    <name>AnsweredWork</name>
    <message>
        <source>No ticket like this one was answered yet.</source>
        <translation>還沒有回覆過類似的客服單。</translation>
    </message>
</context>
<context>
    <name>AnsweringOnce</name>
    <message>
        <source>1 other asks the same</source>
        <translation>另有 1 張問相同的事</translation>
    </message>
    <message>
        <source>{count} others ask the same</source>
        <translation>另有 {count} 張問相同的事</translation>
    </message>
    <message>
        <source>each with its own name and numbers</source>
        <translation>各有自己的姓名與編號</translation>
    </message>
    <message>
        <source>{count} more to look at</source>
        <translation>另有 {count} 張要看一下</translation>
    </message>
    <message>
        <source>Answer once, draft {count}</source>
        <translation>一次回覆，起草 {count} 份</translation>
    </message>
    <message>
        <source>No known price</source>
        <translation>價格未知</translation>
    </message>
    <message>
        <source>About {sum}</source>
        <translation>約 {sum}</translation>
    </message>
    <message>
        <source>Drafting one answer for all</source>
        <translation>為所有客服單起草同一回覆</translation>
    </message>
    <message>
        <source>{count} drafted from this answer.</source>
        <translation>已由此回覆起草 {count} 份。</translation>
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
        <translation>現在使用的是另一個引擎：有 {count} 張沒有寫。</translation>
    </message>
    <message>
        <source>{count} could not be drafted.</source>
        <translation>{count} 份無法起草。</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Something did not work</source>
        <translation>有個地方出了問題</translation>
    </message>
    <message>
        <source>The program met a fault of its own. Your tickets and drafts are safe. The details stand in {log}, without ticket text.</source>
        <translation>程式本身發生錯誤。您的客服單和草稿都安全。詳細資料在 {log}，不含客服單內容。</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>複製詳細資料</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
</context>
<context>
    <name>CandidateModel</name>
    <message>
        <source>Has a reply of yours: {ticket}</source>
        <translation>已有您寫的回覆：{ticket}</translation>
    </message>
    <message>
        <source>Look first: {ticket}</source>
        <translation>請先看：{ticket}</translation>
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
        <translation>政策沒有答案的問題</translation>
    </message>
    <message>
        <source>Set a new date</source>
        <translation>設定新日期</translation>
    </message>
    <message>
        <source>{state}, {used}</source>
        <translation>{state}，{used}</translation>
    </message>
    <message>
        <source>{count} tickets</source>
        <translation>{count} 張工單</translation>
    </message>
    <message>
        <source>1 ticket</source>
        <translation>1 張工單</translation>
    </message>
</context>
<context>
    <name>CertificateField</name>
    <message>
        <source>Choose a PEM file</source>
        <translation>選擇 PEM 檔案</translation>
    </message>
    <message>
        <source>Only the system’s</source>
        <translation>只用系統的</translation>
    </message>
    <message>
        <source>{file}, beside the system’s certificates.</source>
        <translation>{file}，另加系統的憑證。</translation>
    </message>
    <message>
        <source>The system’s certificates are trusted.</source>
        <translation>信任系統的憑證。</translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>Proposed change</source>
        <translation>建議的修改</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>What the import changed</source>
        <translation>匯入帶來的變更</translation>
    </message>
    <message>
        <source>{file} and {count} more</source>
        <translation>{file} 及另外 {count} 個檔案</translation>
    </message>
    <message>
        <source>Its data is {as_of}.</source>
        <translation>資料{as_of}。</translation>
    </message>
    <message>
        <source>Drafts that are older than the conversation</source>
        <translation>早於最新對話的草稿</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>{count} tickets left the queue; they and their drafts are kept.</source>
        <translation>{count} 張客服單已移出佇列；客服單和草稿都保留。</translation>
    </message>
    <message>
        <source>1 ticket left the queue; it and its draft are kept.</source>
        <translation>1 張客服單已移出佇列；客服單和草稿都保留。</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>放回佇列</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Table and files of “{chart}”</source>
        <translation>「{chart}」的表格和檔案</translation>
    </message>
    <message>
        <source>Show the chart</source>
        <translation>顯示圖表</translation>
    </message>
    <message>
        <source>Show the table</source>
        <translation>顯示表格</translation>
    </message>
    <message>
        <source>Save as {form}</source>
        <translation>存成 {form}</translation>
    </message>
    <message>
        <source>Save “{chart}”</source>
        <translation>儲存「{chart}」</translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>Read it so</source>
        <translation>就這樣讀取</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Type to find</source>
        <translation>輸入以尋找</translation>
    </message>
</context>
<context>
    <name>ClipboardStrip</name>
    <message>
        <source>Open in helpdesk</source>
        <translation>在客服系統開啟</translation>
    </message>
    <message>
        <source>Back to it</source>
        <translation>回到該單</translation>
    </message>
    <message>
        <source>On the clipboard: {what}</source>
        <translation>剪貼簿上：{what}</translation>
    </message>
</context>
<context>
    <name>ColumnProposal</name>
    <message>
        <source>Let {model} look at the columns</source>
        <translation>讓 {model} 看看這些欄</translation>
    </message>
    <message>
        <source>Looking at the columns</source>
        <translation>正在看各欄</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Let {model} look at the columns</source>
        <translation>讓 {model} 看看這些欄</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Letters and figures of the rows are replaced: only what each cell looks like leaves this computer. What comes back only fills in the mapping; nothing is imported before you say so.</source>
        <translation>各列的字母、漢字和數字都會被替換：離開這台電腦的只有每個儲存格的樣子。傳回的結果只用來填寫對應關係；沒有您的確認，什麼也不會匯入。</translation>
    </message>
    <message>
        <source>This goes to {host}, and nothing else of the file. No known price.</source>
        <translation>這些內容會送到 {host}，檔案裡的其他內容都不會送出。價格不明。</translation>
    </message>
    <message>
        <source>This goes to {host}, and nothing else of the file. About {cost}.</source>
        <translation>這些內容會送到 {host}，檔案裡的其他內容都不會送出。約 {cost}。</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>要送出的內容</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>檔案裡的欄</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>您想做什麼？</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>選擇</translation>
    </message>
    <message>
        <source>run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>No action is called “{text}”.</source>
        <translation>沒有名為「{text}」的操作。</translation>
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
        <translation>依規則，不用模型</translation>
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
        <translation>沒有任何內容離開這台電腦。</translation>
    </message>
    <message>
        <source>No known price; the text goes to {host}.</source>
        <translation>價格不明；文字傳送到 {host}。</translation>
    </message>
    <message>
        <source>Costs nothing; the text goes to {host}.</source>
        <translation>不產生費用；文字傳送到 {host}。</translation>
    </message>
    <message>
        <source>About {cost}; the text goes to {host}.</source>
        <translation>約 {cost}；文字傳送到 {host}。</translation>
    </message>
    <message>
        <source>No draft came: {why}.</source>
        <translation>沒有產生草稿：{why}。</translation>
    </message>
    <message>
        <source>{count} unproven</source>
        <translation>{count} 句無依據</translation>
    </message>
</context>
<context>
    <name>ComparingPage</name>
    <message>
        <source>First</source>
        <translation>第一個</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二個</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>客服單</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>The newest tickets of the inbox are drafted by both; these drafts are no versions of the tickets. Distance is the share of words between a draft and the reply that you copied for the ticket.</source>
        <translation>收件匣中最新的客服單由兩者分別起草；這些草稿不是客服單的版本。差距是草稿與您為該客服單複製的回覆之間不同詞語的比例。</translation>
    </message>
    <message>
        <source>You are offline: switch to an engine first.</source>
        <translation>您處於離線狀態：請先切換到一個引擎。</translation>
    </message>
    <message>
        <source>Switch to this engine to set it up.</source>
        <translation>請切換到此引擎進行設定。</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>存為 CSV</translation>
    </message>
    <message>
        <source>Read the drafts</source>
        <translation>閱讀草稿</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
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
        <translation>無依據</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>價格不明</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未測量</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another folder.</source>
        <translation>無法寫入檔案。請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>儲存比較</translation>
    </message>
</context>
<context>
    <name>ComparingWork</name>
    <message>
        <source>Comparing drafts</source>
        <translation>正在比較草稿</translation>
    </message>
</context>
<context>
    <name>ConflictCards</name>
    <message>
        <source>Previous contradiction</source>
        <translation>上一處矛盾</translation>
    </message>
    <message>
        <source>Next contradiction</source>
        <translation>下一處矛盾</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>互相矛盾之處</translation>
    </message>
    <message>
        <source>{count} to settle</source>
        <translation>{count} 處待確認</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>第 {place} 處，共 {count} 處</translation>
    </message>
    <message>
        <source>{count} settled, ask again</source>
        <translation>已確認 {count} 處，重新詢問</translation>
    </message>
    <message>
        <source>No two passages give different figures for the same matter.</source>
        <translation>沒有兩段政策對同一件事給出不同的數字。</translation>
    </message>
    <message>
        <source>Policies are compared when all files are read.</source>
        <translation>所有檔案讀取完畢後會比對政策。</translation>
    </message>
    <message>
        <source>Also {place}: {sentence}</source>
        <translation>另見 {place}：{sentence}</translation>
    </message>
    <message>
        <source>Both hold, for different cases</source>
        <translation>兩者都成立，適用於不同情況</translation>
    </message>
    <message>
        <source>No contradiction</source>
        <translation>並無矛盾</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>Address answers</source>
        <translation>位址有回應</translation>
    </message>
    <message>
        <source>Certificate holds</source>
        <translation>憑證有效</translation>
    </message>
    <message>
        <source>Key is accepted</source>
        <translation>金鑰獲接受</translation>
    </message>
    <message>
        <source>{model} writes</source>
        <translation>{model} 可撰寫</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>串流</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Structured output</source>
        <translation>結構化輸出</translation>
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
        <translation>快取</translation>
    </message>
    <message>
        <source>Token counting</source>
        <translation>詞元計數</translation>
    </message>
    <message>
        <source>Batches at half price</source>
        <translation>半價批次</translation>
    </message>
    <message>
        <source>first text {seconds} s</source>
        <translation>首段文字 {seconds} 秒</translation>
    </message>
    <message>
        <source>second request read {count} tokens</source>
        <translation>第二次請求由快取讀取 {count} 個詞元</translation>
    </message>
    <message>
        <source>{count} tokens in the question</source>
        <translation>問題共 {count} 個詞元</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>未測試</translation>
    </message>
    <message>
        <source>What to do: {remedy}.</source>
        <translation>請：{remedy}。</translation>
    </message>
    <message>
        <source>No text came. Choose another model for this task.</source>
        <translation>沒有收到文字。請為此工作選擇其他模型。</translation>
    </message>
    <message>
        <source>Answers come in one piece: text appears once all of it is written.</source>
        <translation>答案一次整份傳來：全部寫完後文字才會出現。</translation>
    </message>
    <message>
        <source>Nothing is said of thinking: the model thinks as it does by itself.</source>
        <translation>不提及思考：模型照其本身的方式思考。</translation>
    </message>
    <message>
        <source>A tool, or else words, ask for the shape instead; it is checked here.</source>
        <translation>改以工具、或以文字要求格式，並在此檢查。</translation>
    </message>
    <message>
        <source>Words ask for the shape; what does not fit is asked for once more.</source>
        <translation>以文字要求格式；不符者會再要求一次。</translation>
    </message>
    <message>
        <source>Passages are numbered instead, and marks in the answer name them.</source>
        <translation>改為將段落編號，由答案中的記號指明。</translation>
    </message>
    <message>
        <source>Nothing is kept there; each draft is sent only the best passages.</source>
        <translation>那裡不保留內容；每份草稿只送出最合適的段落。</translation>
    </message>
    <message>
        <source>Lengths are estimated here instead.</source>
        <translation>長度改在此估算。</translation>
    </message>
    <message>
        <source>Bulk work goes request by request, at the full price.</source>
        <translation>大量工作逐一送出，以全價計費。</translation>
    </message>
    <message>
        <source>Ready. What takes the place of the following stands below: {rungs}.</source>
        <translation>可以使用。以下項目的替代方式列於下方：{rungs}。</translation>
    </message>
    <message>
        <source>address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>憑證</translation>
    </message>
    <message>
        <source>key</source>
        <translation>金鑰</translation>
    </message>
    <message>
        <source>streaming</source>
        <translation>串流</translation>
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
        <translation>結構化輸出</translation>
    </message>
    <message>
        <source>answers by a tool</source>
        <translation>以工具作答</translation>
    </message>
    <message>
        <source>a tool that must be used</source>
        <translation>必須使用的工具</translation>
    </message>
    <message>
        <source>citations</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>caching</source>
        <translation>快取</translation>
    </message>
    <message>
        <source>token counting</source>
        <translation>詞元計數</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Not ready. What fails: {rung}.</source>
        <translation>尚未就緒。失敗之處：{rung}。</translation>
    </message>
    <message>
        <source>Ready. Everything works here.</source>
        <translation>已就緒，全部可用。</translation>
    </message>
</context>
<context>
    <name>ConnectionLadder</name>
    <message>
        <source>Test of the connection</source>
        <translation>連線測試</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Copy for your administrator</source>
        <translation>複製給管理員</translation>
    </message>
    <message>
        <source>It sends a few short questions of its own, and no ticket.</source>
        <translation>只傳送幾個自備的簡短問題，不傳送客服單。</translation>
    </message>
    <message>
        <source>Nothing to test: the offline engine needs no connection.</source>
        <translation>無需測試：離線引擎不需要連線。</translation>
    </message>
    <message>
        <source>Testing.</source>
        <translation>測試中。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>{time}, {seconds} s, cost {cost}</source>
        <translation>{time}，{seconds} 秒，費用 {cost}</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>再測一次</translation>
    </message>
</context>
<context>
    <name>CopyQuestion</name>
    <message>
        <source>Copy anyway</source>
        <translation>仍要複製</translation>
    </message>
    <message>
        <source>Show the pair</source>
        <translation>顯示這一對</translation>
    </message>
    <message>
        <source>Draft again</source>
        <translation>重新擬稿</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>前往該處</translation>
    </message>
    <message>
        <source>Remove the sentence</source>
        <translation>刪除這個句子</translation>
    </message>
    <message>
        <source>Remove the sentences</source>
        <translation>移除這些句子</translation>
    </message>
    <message>
        <source>Ask the customer</source>
        <translation>詢問顧客</translation>
    </message>
    <message>
        <source>The reply is copied as soon as both languages agree on what you changed.</source>
        <translation>您改動的內容譯好並核對後，回覆就會複製。</translation>
    </message>
    <message>
        <source>The reply is long. It is copied as soon as it is checked.</source>
        <translation>回覆較長，核對完後會馬上複製。</translation>
    </message>
    <message>
        <source>Only for your team: {claims}.</source>
        <translation>僅供團隊內部：{claims}。</translation>
    </message>
    <message>
        <source>From another customer&apos;s reply: {claims}.</source>
        <translation>出自給另一位客戶的回覆：{claims}。</translation>
    </message>
    <message>
        <source>In no policy: {claims}.</source>
        <translation>政策中沒有：{claims}。</translation>
    </message>
    <message>
        <source>More is asked about next: {count}.</source>
        <translation>接著還會詢問：{count} 項。</translation>
    </message>
    <message>
        <source>Not translated into the draft: “{words}”.</source>
        <translation>尚未譯入草稿：「{words}」。</translation>
    </message>
    <message>
        <source>The draft has changed since you wrote: “{words}”.</source>
        <translation>您寫下「{words}」之後，草稿已經改了。</translation>
    </message>
    <message>
        <source>Not translated: “{words}”.</source>
        <translation>尚未翻譯：「{words}」。</translation>
    </message>
    <message>
        <source>The two languages differ. {words}.</source>
        <translation>兩種語言不一致。{words}。</translation>
    </message>
    <message>
        <source>Copy the reply?</source>
        <translation>要複製回覆嗎？</translation>
    </message>
</context>
<context>
    <name>CopyRow</name>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>純文字</translation>
    </message>
    <message>
        <source>Copy and next</source>
        <translation>複製並下一張</translation>
    </message>
    <message>
        <source>Copy {language}</source>
        <translation>複製 {language}</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>first text {seconds} s</source>
        <translation>首字 {seconds} 秒</translation>
    </message>
    <message>
        <source>{prompt} + {output} tokens</source>
        <translation>{prompt} + {output} 個詞元</translation>
    </message>
    <message>
        <source>{percent} % from cache</source>
        <translation>{percent} % 取自快取</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>未計價</translation>
    </message>
    <message>
        <source>{sum}, partial, estimated</source>
        <translation>{sum}，部分，估計值</translation>
    </message>
</context>
<context>
    <name>CopyingWork</name>
    <message>
        <source>Changing the status of tickets</source>
        <translation>正在變更工單狀態</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Each day, and before a new version changes the database, a copy of it is kept; the newest five stay, and all of the last day.</source>
        <translation>每天以及新版本變更資料庫之前，都會保留一份資料庫副本；最新的五份以及最近一天的全部副本會保留。</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>還沒有副本。</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>資料夾位置</translation>
    </message>
    <message>
        <source>Tickets, drafts and policies are kept here and nowhere else, readable by you alone. Encrypting the disk is the system’s job.</source>
        <translation>客服單、草稿和政策只存放在這裡，只有您能讀取。磁碟加密由作業系統負責。</translation>
    </message>
    <message>
        <source>How long tickets stay</source>
        <translation>客服單保留多久</translation>
    </message>
    <message>
        <source>Tickets without a message, change, draft or copy for so many days are removed with all that belongs to them, when the program starts and once a day. You are told how many. 0 keeps them.</source>
        <translation>這麼多天沒有新訊息、變更、草稿或複製的客服單，會在程式啟動時以及每天一次，連同所有相關內容一起移除，並告訴您移除了多少。0 表示一直保留。</translation>
    </message>
    <message>
        <source>A ticket that waits for your answer stays until you mark it as replied, skipped or escalated. Backups lose removed tickets as newer copies take their places.</source>
        <translation>等您回覆的客服單會一直保留，直到您標記為已回覆、已略過或已升級。備份中已移除的客服單，會隨較新的副本取代舊副本而消失。</translation>
    </message>
    <message>
        <source>There are no tickets yet.</source>
        <translation>還沒有客服單。</translation>
    </message>
    <message>
        <source>Days that tickets of {source} stay</source>
        <translation>{source} 的客服單保留天數</translation>
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
        <translation>還原</translation>
    </message>
    <message>
        <source>Restore the backup of {time}</source>
        <translation>還原 {time} 的備份</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>顯示資料夾</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
</context>
<context>
    <name>DeskWork</name>
    <message>
        <source>Nothing in this draft is unproven.</source>
        <translation>這份草稿裡沒有無依據的內容。</translation>
    </message>
    <message>
        <source>There is nothing to compare yet.</source>
        <translation>還沒有可比較的版本。</translation>
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
        <translation>Excel 活頁簿</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>郵件</translation>
    </message>
    <message>
        <source>Commas between the cells</source>
        <translation>以逗號分隔</translation>
    </message>
    <message>
        <source>Semicolons between the cells</source>
        <translation>以分號分隔</translation>
    </message>
    <message>
        <source>Tabs between the cells</source>
        <translation>以定位字元分隔</translation>
    </message>
    <message>
        <source>Bars between the cells</source>
        <translation>以直線分隔</translation>
    </message>
    <message>
        <source>Full-width commas between the cells</source>
        <translation>以全形逗號分隔</translation>
    </message>
    <message>
        <source>“{sign}” between the cells</source>
        <translation>以「{sign}」分隔</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>客服單編號</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主旨</translation>
    </message>
    <message>
        <source>Message text</source>
        <translation>訊息內容</translation>
    </message>
    <message>
        <source>Reply that was sent</source>
        <translation>已寄出的回覆</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>提出者</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>電子郵件</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先順序</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到時間</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新時間</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>解決時間</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服人員</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>連結</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Message number</source>
        <translation>訊息編號</translation>
    </message>
    <message>
        <source>Answers message number</source>
        <translation>所回覆訊息的編號</translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation>訊息時間</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Author’s e-mail</source>
        <translation>作者電子郵件</translation>
    </message>
    <message>
        <source>Author’s number</source>
        <translation>作者編號</translation>
    </message>
    <message>
        <source>Author’s role</source>
        <translation>作者角色</translation>
    </message>
    <message>
        <source>Requester’s number</source>
        <translation>提出者編號</translation>
    </message>
    <message>
        <source>Public or not</source>
        <translation>是否公開</translation>
    </message>
    <message>
        <source>Internal or not</source>
        <translation>是否內部</translation>
    </message>
    <message>
        <source>Kind of message</source>
        <translation>訊息類型</translation>
    </message>
    <message>
        <source>Incoming or not</source>
        <translation>是否來信</translation>
    </message>
    <message>
        <source>No message text in this export. Do this instead:</source>
        <translation>這份匯出檔裡沒有訊息內容。請改用下面的做法：</translation>
    </message>
    <message>
        <source>Only the first words of each message. Do this instead:</source>
        <translation>每則訊息只有開頭幾個字。請改用下面的做法：</translation>
    </message>
    <message>
        <source>Drop the mails themselves (.eml, .mbox or .msg), or copy a conversation in the helpdesk and paste it here with Ctrl+V.</source>
        <translation>請把郵件本身（.eml、.mbox 或 .msg）拖進來，或在客服系統裡複製對話，再用 Ctrl+V 貼到這裡。</translation>
    </message>
    <message>
        <source>Exports are switched on by Zendesk’s support, only administrators see them, and the Team plan has none.</source>
        <translation>匯出功能要由 Zendesk 客服開啟，只有管理員看得到，Team 方案沒有這項功能。</translation>
    </message>
    <message>
        <source>If you cannot make that export</source>
        <translation>如果無法這樣匯出</translation>
    </message>
    <message>
        <source>Drop the file on this window. A ticket that is in both files stays one.</source>
        <translation>把檔案拖到這個視窗。兩份檔案裡都有的客服單只會有一張。</translation>
    </message>
    <message>
        <source>Zendesk’s CSV never carries the conversation. Its JSON export does.</source>
        <translation>Zendesk 的 CSV 從不包含對話。它的 JSON 匯出有。</translation>
    </message>
    <message>
        <source>In Zendesk, open Admin Center › Account › Tools › Reports › Export.</source>
        <translation>在 Zendesk 開啟 Admin Center › Account › Tools › Reports › Export。</translation>
    </message>
    <message>
        <source>Beside JSON, choose tickets from the last 30 days and ask for the file. A link comes by mail.</source>
        <translation>在 JSON 旁選擇最近 30 天的客服單並要求檔案。連結會以郵件寄來。</translation>
    </message>
    <message>
        <source>{vendor} leaves the message out unless Description is ticked.</source>
        <translation>沒有勾選 Description 時，{vendor} 不會匯出訊息內容。</translation>
    </message>
    <message>
        <source>In {vendor}, open the list of tickets and choose Export.</source>
        <translation>在 {vendor} 開啟客服單清單，選擇 Export。</translation>
    </message>
    <message>
        <source>Among the ticket fields, tick Description, and export as CSV.</source>
        <translation>在客服單欄位中勾選 Description，匯出為 CSV。</translation>
    </message>
    <message>
        <source>Intercom’s list of conversations holds none of their messages.</source>
        <translation>Intercom 的對話清單不包含訊息。</translation>
    </message>
    <message>
        <source>In Intercom, export the conversations with their transcripts.</source>
        <translation>在 Intercom 匯出對話及其完整紀錄。</translation>
    </message>
    <message>
        <source>Intercom mails a .zip; it need not be unpacked.</source>
        <translation>Intercom 會寄來 .zip 檔，不必解壓縮。</translation>
    </message>
    <message>
        <source>This export leaves out the columns Description and Comment.</source>
        <translation>這份匯出檔沒有 Description 和 Comment 欄。</translation>
    </message>
    <message>
        <source>In Jira, search for the issues.</source>
        <translation>在 Jira 搜尋這些 issue。</translation>
    </message>
    <message>
        <source>Choose Export › Export CSV (all fields).</source>
        <translation>選擇 Export › Export CSV (all fields)。</translation>
    </message>
    <message>
        <source>HubSpot exports the columns of the view, and this view has no description.</source>
        <translation>HubSpot 匯出檢視裡的欄，而這個檢視沒有描述。</translation>
    </message>
    <message>
        <source>In HubSpot, add the column Ticket description to the view.</source>
        <translation>在 HubSpot 的檢視中加入 Ticket description 欄。</translation>
    </message>
    <message>
        <source>Export the view as CSV.</source>
        <translation>將檢視匯出為 CSV。</translation>
    </message>
    <message>
        <source>{vendor}’s exports never carry the conversation. Its interface (API) does.</source>
        <translation>{vendor} 的匯出檔從不包含對話。它的介面（API）有。</translation>
    </message>
    <message>
        <source>Ask whoever looks after {vendor} for the conversations with their messages, as JSON.</source>
        <translation>請負責 {vendor} 的同事提供含訊息的對話（JSON）。</translation>
    </message>
    <message>
        <source>There are subjects, but nothing a reply could rest on.</source>
        <translation>有主旨，但沒有可供回覆依據的內容。</translation>
    </message>
    <message>
        <source>In your helpdesk, look for an export with description, comments or JSON.</source>
        <translation>請在客服系統裡找包含描述、留言或 JSON 的匯出。</translation>
    </message>
    <message>
        <source>If there is none</source>
        <translation>如果沒有</translation>
    </message>
    <message>
        <source>No message text</source>
        <translation>沒有訊息內容</translation>
    </message>
    <message>
        <source>subjects only; nothing a reply could rest on</source>
        <translation>只有主旨，沒有可供回覆依據的內容</translation>
    </message>
    <message>
        <source>answers, but nothing that customers wrote; nothing a reply could rest on</source>
        <translation>只有回覆，沒有客戶寫的內容；沒有可供回覆依據的內容</translation>
    </message>
    <message>
        <source>Choose the column that holds it; until then nothing can be imported. If there is none, make an export with description or comments, or copy a conversation in the helpdesk and paste it here.</source>
        <translation>請選擇含有訊息內容的欄；在此之前無法匯入。如果沒有這樣的欄，請改為匯出帶描述或留言的檔案，或在客服系統中複製對話並貼到這裡。</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} 個檔案</translation>
    </message>
    <message>
        <source>{count} columns, {used} of them used</source>
        <translation>{count} 欄，使用其中 {used} 欄</translation>
    </message>
    <message>
        <source>{columns}. {notice}</source>
        <translation>{columns}。{notice}</translation>
    </message>
    <message>
        <source>Put together with what was dropped beside it</source>
        <translation>與一起拖入的檔案合併</translation>
    </message>
    <message>
        <source>most of its tickets are there, with the same numbers and words</source>
        <translation>其中大多數客服單已在此，編號和文字相同</translation>
    </message>
    <message>
        <source>its messages name their numbers</source>
        <translation>其中的訊息寫有它們的編號</translation>
    </message>
    <message>
        <source>its tickets stand beside those that have the same numbers</source>
        <translation>其客服單與編號相同的客服單並存</translation>
    </message>
    <message>
        <source>reads as {words}</source>
        <translation>讀作 {words}</translation>
    </message>
    <message>
        <source>One row for each ticket</source>
        <translation>每列一張客服單</translation>
    </message>
    <message>
        <source>One row for each message</source>
        <translation>每列一則訊息</translation>
    </message>
    <message>
        <source>One row for each question and its answer</source>
        <translation>每列一個問題及其回答</translation>
    </message>
    <message>
        <source>{closed} closed, {open} open or new</source>
        <translation>{closed} 張已關閉，{open} 張未結或新建</translation>
    </message>
    <message>
        <source>No column is known as the ticket number</source>
        <translation>沒有辨識出工單編號所在的欄</translation>
    </message>
    <message>
        <source>{columns}: different in each row. If this is the number, choose it; without it no ticket can be found by its number or opened in the helpdesk.</source>
        <translation>{columns}：每列都不同。如果這就是編號，請選用；沒有編號，就無法依編號尋找工單，也無法在客服系統中開啟。</translation>
    </message>
    <message>
        <source>Texts that are not read</source>
        <translation>未讀取的文字</translation>
    </message>
    <message>
        <source>Times of {zone}</source>
        <translation>{zone} 的時間</translation>
    </message>
    <message>
        <source>No time zone in the file</source>
        <translation>檔案裡沒有時區</translation>
    </message>
    <message>
        <source>The time zone in its header is not known</source>
        <translation>標題列中的時區無法辨識</translation>
    </message>
    <message>
        <source>taken from this computer: {zone}</source>
        <translation>取自這台電腦：{zone}</translation>
    </message>
    <message>
        <source>Numbers damaged by a spreadsheet</source>
        <translation>編號被試算表損壞</translation>
    </message>
    <message>
        <source>{count} ticket numbers damaged by a spreadsheet</source>
        <translation>{count} 個客服單編號被試算表損壞</translation>
    </message>
    <message>
        <source>1 ticket number damaged by a spreadsheet</source>
        <translation>1 個客服單編號被試算表損壞</translation>
    </message>
    <message>
        <source>{count} rows repeat a ticket number</source>
        <translation>{count} 列重複了客服單編號</translation>
    </message>
    <message>
        <source>1 row repeats a ticket number</source>
        <translation>1 列重複了客服單編號</translation>
    </message>
    <message>
        <source>the last of each stays</source>
        <translation>各以最後一列為準</translation>
    </message>
    <message>
        <source>{count} rows have the ticket number of another customer</source>
        <translation>{count} 列的客服單編號與其他客戶的相同</translation>
    </message>
    <message>
        <source>1 row has the ticket number of another customer</source>
        <translation>1 列的客服單編號與其他客戶的相同</translation>
    </message>
    <message>
        <source>a ticket of its own each, without a number</source>
        <translation>各自成為一張沒有編號的客服單</translation>
    </message>
    <message>
        <source>{count} rows are the same as another</source>
        <translation>{count} 列與另一列相同</translation>
    </message>
    <message>
        <source>1 row is the same as another</source>
        <translation>1 列與另一列相同</translation>
    </message>
    <message>
        <source>without a number nothing tells them apart; each is taken once</source>
        <translation>沒有編號就無從區分；相同的只取一次</translation>
    </message>
    <message>
        <source>{count} attachments, by name only</source>
        <translation>{count} 個附件，只有名稱</translation>
    </message>
    <message>
        <source>Taken for a newer export of “{source}”</source>
        <translation>視為「{source}」的較新匯出</translation>
    </message>
    <message>
        <source>Put to the tickets of “{source}”</source>
        <translation>歸入「{source}」的客服單</translation>
    </message>
    <message>
        <source>Kept apart from “{source}”</source>
        <translation>與「{source}」分開保存</translation>
    </message>
    <message>
        <source>A spreadsheet does not keep all digits, so one number stands for many; kept as text, never used to join. Export again and do not open the file in between.</source>
        <translation>試算表軟體不會保留全部位數，一個編號可能代表許多編號；保留為文字，不用來對應。請重新匯出，中途不要開啟檔案。</translation>
    </message>
    <message>
        <source>1 attachment, by name only</source>
        <translation>1 個附件，只有名稱</translation>
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
        <translation>該怎麼做</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不匯入</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>being read …</source>
        <translation>讀取中 …</translation>
    </message>
    <message>
        <source>{count} more wait.</source>
        <translation>還有 {count} 份在等候。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>{count} tickets</source>
        <translation>{count} 張工單</translation>
    </message>
    <message>
        <source>1 ticket</source>
        <translation>1 張工單</translation>
    </message>
    <message>
        <source>{count} messages</source>
        <translation>{count} 則訊息</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 則訊息</translation>
    </message>
    <message>
        <source>{tickets}, {messages}, {size}</source>
        <translation>{tickets}，{messages}，{size}</translation>
    </message>
    <message>
        <source>read in {seconds} s</source>
        <translation>讀取用時 {seconds} 秒</translation>
    </message>
    <message>
        <source>{figures}, {seconds}</source>
        <translation>{figures}，{seconds}</translation>
    </message>
    <message>
        <source>1 more waits.</source>
        <translation>還有 1 份在等候。</translation>
    </message>
    <message>
        <source>{figures}. {more}</source>
        <translation>{figures}。{more}</translation>
    </message>
    <message>
        <source>Import without text</source>
        <translation>不含內容匯入</translation>
    </message>
    <message>
        <source>Import {count}</source>
        <translation>匯入 {count} 張</translation>
    </message>
    <message>
        <source>Import {count} without text</source>
        <translation>不含內容匯入 {count} 張</translation>
    </message>
    <message>
        <source>It is imported. Change something and import it again: it takes the place of the first import. Your statuses and drafts stay.</source>
        <translation>已匯入。更改後重新匯入，會取代第一次的匯入；您設的狀態和草稿都保留。</translation>
    </message>
    <message>
        <source>Nothing has been imported yet. What you change here is remembered for this header.</source>
        <translation>尚未匯入任何內容。您在這裡的更改會為這種標題列記住。</translation>
    </message>
    <message>
        <source>Nothing has been imported yet.</source>
        <translation>尚未匯入任何內容。</translation>
    </message>
</context>
<context>
    <name>DraftEditor</name>
    <message>
        <source>Draft reply</source>
        <translation>回覆草稿</translation>
    </message>
    <message>
        <source>Press R for a draft, or write the reply here.</source>
        <translation>按 R 產生草稿，或在此撰寫回覆。</translation>
    </message>
</context>
<context>
    <name>DraftingWork</name>
    <message>
        <source>The model reads the ticket first: no policy is in its language.</source>
        <translation>模型會先讀這張客服單：沒有以其語言撰寫的政策。</translation>
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
        <translation>已寫的部分因您已改動而保留，請檢查。</translation>
    </message>
    <message>
        <source>What it had begun is discarded.</source>
        <translation>已寫的部分已捨棄。</translation>
    </message>
    <message>
        <source>The engine takes no more requests for {seconds} s.</source>
        <translation>引擎在 {seconds} 秒內不再接受請求。</translation>
    </message>
    <message>
        <source>this model</source>
        <translation>此模型</translation>
    </message>
    <message>
        <source>Check the key</source>
        <translation>檢查金鑰</translation>
    </message>
    <message>
        <source>Check the address</source>
        <translation>檢查位址</translation>
    </message>
    <message>
        <source>Check proxy and certificates</source>
        <translation>檢查代理伺服器與憑證</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>選擇模型</translation>
    </message>
    <message>
        <source>Raise the cap</source>
        <translation>提高上限</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>測試連線</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>看一看</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>加入金鑰</translation>
    </message>
    <message>
        <source>Today’s cap of requests without a known price is reached.</source>
        <translation>今日價格未知請求的上限已到。</translation>
    </message>
    <message>
        <source>Today’s cap is reached.</source>
        <translation>今日上限已到。</translation>
    </message>
    <message>
        <source>Today’s cap of {cap} is reached: about {away} of it is for batches that are not read yet.</source>
        <translation>已達到今日上限 {cap}：其中約 {away} 留給尚未讀取的批次。</translation>
    </message>
    <message>
        <source>Today’s cap of {cap} is reached.</source>
        <translation>今日上限 {cap} 已到。</translation>
    </message>
    <message>
        <source>Claude needs an API key.</source>
        <translation>Claude 需要 API 金鑰。</translation>
    </message>
    <message>
        <source>No AWS region is set for this engine.</source>
        <translation>此引擎尚未設定 AWS 區域。</translation>
    </message>
    <message>
        <source>AWS’s own tools have no credentials for this engine, or expired ones.</source>
        <translation>AWS 自己的工具沒有此引擎的憑據，或憑據已過期。</translation>
    </message>
    <message>
        <source>Amazon Bedrock needs one more package. Enter this in a terminal, then start the program again: pip install &quot;supportdesk[bedrock]&quot;.</source>
        <translation>Amazon Bedrock 還需要一個套件。請在終端機輸入以下指令，再重新啟動程式：pip install &quot;supportdesk[bedrock]&quot;.</translation>
    </message>
    <message>
        <source>The key was refused.</source>
        <translation>金鑰遭到拒絕。</translation>
    </message>
    <message>
        <source>The session of these AWS credentials has ended: enter new ones.</source>
        <translation>這些 AWS 憑證的工作階段已結束：請輸入新的憑證。</translation>
    </message>
    <message>
        <source>AWS takes no request from this computer, because its clock is wrong: set the time and try again.</source>
        <translation>這台電腦的時鐘不準，AWS 不接受它的請求：請校準時間後再試。</translation>
    </message>
    <message>
        <source>The address of this engine is in another AWS region than the one set.</source>
        <translation>此引擎的位址與所設的 AWS 區域不一致。</translation>
    </message>
    <message>
        <source>The account of this key has no credit left.</source>
        <translation>此金鑰的帳戶已無餘額。</translation>
    </message>
    <message>
        <source>This key may not use {model}.</source>
        <translation>此金鑰無權使用 {model}。</translation>
    </message>
    <message>
        <source>This AWS account has no access to {model} yet: an administrator asks for it in the Bedrock console.</source>
        <translation>此 AWS 帳戶尚無權使用 {model}：請管理員在 Bedrock 主控台申請。</translation>
    </message>
    <message>
        <source>Bedrock answers for {model} by an inference profile only: choose a name that begins with global, eu or us.</source>
        <translation>Bedrock 只透過推論設定檔提供 {model}：請選擇以 global、eu 或 us 開頭的名稱。</translation>
    </message>
    <message>
        <source>The engine does not know {model}.</source>
        <translation>引擎不認識 {model}。</translation>
    </message>
    <message>
        <source>{model} was retired on {date}. Today {successor} takes its place.</source>
        <translation>{model} 已於 {date} 停用，現由 {successor} 取代。</translation>
    </message>
    <message>
        <source>Ticket and policies together are longer than {model} takes.</source>
        <translation>客服單與政策合計超過 {model} 可接受的長度。</translation>
    </message>
    <message>
        <source>The engine does not take this kind of request.</source>
        <translation>引擎不接受這種請求。</translation>
    </message>
    <message>
        <source>The engine takes no more requests for a moment.</source>
        <translation>引擎暫時不再接受請求。</translation>
    </message>
    <message>
        <source>The spend limit of this key’s account is reached.</source>
        <translation>此金鑰帳戶的支出上限已到。</translation>
    </message>
    <message>
        <source>The engine is busy.</source>
        <translation>引擎忙碌中。</translation>
    </message>
    <message>
        <source>The engine has a fault of its own.</source>
        <translation>引擎本身發生錯誤。</translation>
    </message>
    <message>
        <source>What answers at this address is no engine.</source>
        <translation>此位址的回應並非來自引擎。</translation>
    </message>
    <message>
        <source>This engine takes no batches.</source>
        <translation>此引擎不接受批次。</translation>
    </message>
    <message>
        <source>The engine cannot be reached: check the network.</source>
        <translation>無法連上引擎：請檢查網路。</translation>
    </message>
    <message>
        <source>The proxy of this network does not let requests through to the engine.</source>
        <translation>此網路的代理伺服器未讓請求通往引擎。</translation>
    </message>
    <message>
        <source>The proxy asks for a user and a password, or refused the ones it got.</source>
        <translation>代理伺服器要求使用者名稱與密碼，或拒絕了收到的那一組。</translation>
    </message>
    <message>
        <source>The certificate of this address does not hold, so nothing was sent.</source>
        <translation>此位址的憑證無效，因此未傳送任何內容。</translation>
    </message>
    <message>
        <source>The certificate file cannot be read, so nothing was sent.</source>
        <translation>無法讀取憑證檔案，因此未送出任何內容。</translation>
    </message>
    <message>
        <source>The engine did not answer in time.</source>
        <translation>引擎未及時回應。</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>連線中斷。</translation>
    </message>
    <message>
        <source>The engine fell silent in mid-answer.</source>
        <translation>引擎在回答途中沒了回應。</translation>
    </message>
    <message>
        <source>The engine’s answer cannot be read.</source>
        <translation>無法讀取引擎的回答。</translation>
    </message>
    <message>
        <source>The engine does not answer this ticket.</source>
        <translation>引擎不回答此客服單。</translation>
    </message>
    <message>
        <source>The answer reached its limit and is cut off.</source>
        <translation>回答到達長度上限而被截斷。</translation>
    </message>
    <message>
        <source>Nothing was sent: something may be personal and is not masked.</source>
        <translation>沒有送出任何內容：有些字可能是個人資料，而且沒有遮蔽。</translation>
    </message>
    <message>
        <source>Another engine is in use now; this stopped.</source>
        <translation>現在使用的是另一個引擎，這項工作已停止。</translation>
    </message>
</context>
<context>
    <name>EngineForm</name>
    <message>
        <source>What answers</source>
        <translation>由誰回答</translation>
    </message>
    <message>
        <source>The engine in use</source>
        <translation>使用中的引擎</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>區域</translation>
    </message>
    <message>
        <source>AWS profile</source>
        <translation>AWS 設定檔</translation>
    </message>
    <message>
        <source>As AWS’s own tools find it</source>
        <translation>依 AWS 工具的做法</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>金鑰</translation>
    </message>
    <message>
        <source>The way there</source>
        <translation>連線途徑</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Its user</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Its password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>憑證</translation>
    </message>
    <message>
        <source>Which model for what</source>
        <translation>各項工作用的模型</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Unsure tickets</source>
        <translation>沒把握的客服單</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>翻譯</translation>
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
        <translation>個詞元</translation>
    </message>
    <message>
        <source>Sure from</source>
        <translation>視為有把握</translation>
    </message>
    <message>
        <source>Below this confidence, which is the model’s own estimate, the model for unsure tickets looks again.</source>
        <translation>信心度（模型自己的估計）低於此值時，改由處理沒把握客服單的模型再看一次。</translation>
    </message>
    <message>
        <source>Translate foreign tickets when they are opened</source>
        <translation>開啟外語客服單時翻譯</translation>
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
        <translation>同時請求數</translation>
    </message>
    <message>
        <source>What you allowed to be sent</source>
        <translation>您允許傳送的內容</translation>
    </message>
    <message>
        <source>Forget what I allowed</source>
        <translation>忘記我允許過的</translation>
    </message>
    <message>
        <source>Answers kept: {count}. Without them you are asked again.</source>
        <translation>已保留 {count} 項回答。清除後會再次詢問您。</translation>
    </message>
    <message>
        <source>Nothing yet: you are asked before the first ticket is sent anywhere.</source>
        <translation>尚無：在第一張客服單傳送到任何地方之前會先詢問您。</translation>
    </message>
</context>
<context>
    <name>EngineMenu</name>
    <message>
        <source>Offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>Set up engines…</source>
        <translation>設定引擎…</translation>
    </message>
</context>
<context>
    <name>EngineSection</name>
    <message>
        <source>unpriced</source>
        <translation>價格未知</translation>
    </message>
</context>
<context>
    <name>EngineWiring</name>
    <message>
        <source>Offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>Offline: no key yet</source>
        <translation>離線：尚無金鑰</translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>Languages of the entry</source>
        <translation>條目的語言</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy: {what}</source>
        <translation>複製：{what}</translation>
    </message>
    <message>
        <source>Not in this language.</source>
        <translation>沒有這個語言的版本。</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>變更內容</translation>
    </message>
</context>
<context>
    <name>ExportDoctor</name>
    <message>
        <source>Looking through the export</source>
        <translation>正在查看匯出檔</translation>
    </message>
    <message>
        <source>How the file is encoded</source>
        <translation>檔案的編碼</translation>
    </message>
    <message>
        <source>What stands between the cells</source>
        <translation>儲存格之間的分隔符號</translation>
    </message>
    <message>
        <source>Where its times are from</source>
        <translation>時間屬於哪個時區</translation>
    </message>
    <message>
        <source>The file cannot be read like that; it stays as it was.</source>
        <translation>這樣無法讀取檔案；維持原樣。</translation>
    </message>
    <message>
        <source>{model} named no further column. Nothing was changed.</source>
        <translation>{model} 沒有認出更多的欄。什麼也沒有更動。</translation>
    </message>
    <message>
        <source>{model} proposes {count} columns, which are marked. Look at them before you import.</source>
        <translation>{model} 建議了 {count} 欄，已做標記。匯入前請看一下。</translation>
    </message>
    <message>
        <source>{model} proposes 1 column, which is marked. Look at it before you import.</source>
        <translation>{model} 建議了 1 欄，已做標記。匯入前請看一下。</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export the knowledge</source>
        <translation>匯出知識</translation>
    </message>
    <message>
        <source>{count} saved replies are kept. In a reply, :: and a word puts one in.</source>
        <translation>已存下 {count} 則回覆。在回覆中輸入 :: 和一個詞即可插入。</translation>
    </message>
    <message>
        <source>Written to {folder}: {names}</source>
        <translation>已寫入 {folder}：{names}</translation>
    </message>
    <message>
        <source>It could not be written: {reason}. Choose another place.</source>
        <translation>無法寫入：{reason}。請選擇其他位置。</translation>
    </message>
</context>
<context>
    <name>FactFields</name>
    <message>
        <source>Missing facts</source>
        <translation>缺少的資訊</translation>
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
        <translation>複製：{kind} {text}</translation>
    </message>
    <message>
        <source>order</source>
        <translation>訂單</translation>
    </message>
    <message>
        <source>parcel</source>
        <translation>包裹</translation>
    </message>
    <message>
        <source>number</source>
        <translation>號碼</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>電子郵件</translation>
    </message>
    <message>
        <source>{count} more facts</source>
        <translation>另外 {count} 項</translation>
    </message>
</context>
<context>
    <name>FactsDialog</name>
    <message>
        <source>Engine facts</source>
        <translation>引擎資料</translation>
    </message>
    <message>
        <source>Of the engines you set up</source>
        <translation>您設定的引擎</translation>
    </message>
    <message>
        <source>Of the article’s three</source>
        <translation>文章中的三個</translation>
    </message>
    <message>
        <source>Speed and quality are not measured here. Prices are in US dollars.</source>
        <translation>此處未量測速度與品質。價格以美元計。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
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
        <translation>每百萬詞元，輸入與輸出</translation>
    </message>
    <message>
        <source>Cache, write and read</source>
        <translation>快取，寫入與讀取</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>未查證</translation>
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
        <translation>在此電腦上執行：不收費</translation>
    </message>
    <message>
        <source>{context}, answers up to {longest}</source>
        <translation>{context}，答案至多 {longest}</translation>
    </message>
    <message>
        <source>{price}; above {tokens}: {long}</source>
        <translation>{price}；超過 {tokens}：{long}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>沒有</translation>
    </message>
    <message>
        <source>half price</source>
        <translation>半價</translation>
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
        <translation>未查證。</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>Close and use the copy</source>
        <translation>關閉並使用副本</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>關閉而不儲存</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>The settings could not be saved. Check the data folder and the disk.</source>
        <translation>設定無法儲存。請檢查資料夾與磁碟。</translation>
    </message>
</context>
<context>
    <name>FileChoosing</name>
    <message>
        <source>Open a ticket export</source>
        <translation>開啟客服單匯出檔</translation>
    </message>
    <message>
        <source>Add policies</source>
        <translation>加入政策</translation>
    </message>
    <message>
        <source>Open a folder of ticket exports or mails</source>
        <translation>開啟含客服單匯出檔或郵件的資料夾</translation>
    </message>
    <message>
        <source>Add a folder of policies</source>
        <translation>加入政策資料夾</translation>
    </message>
    <message>
        <source>Mails dragged out of Outlook are not files. Save them as .msg or .eml first, then drop those.</source>
        <translation>從 Outlook 拖出的郵件不是檔案。請先另存為 .msg 或 .eml，再拖進來。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有檔案</translation>
    </message>
</context>
<context>
    <name>FileTableModel</name>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
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
        <translation>工作</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Tokens in, out</source>
        <translation>輸入、輸出詞元</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>文章所述</translation>
    </message>
    <message>
        <source>Its list price</source>
        <translation>按其定價</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Forecast for a month</source>
        <translation>一個月的預估</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>價格未知</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>The article’s sums and its list price ($15 and $75 per million tokens) disagree: the {tokens} million input tokens of its first row alone are {alone}, not {article}.</source>
        <translation>文章的金額與其定價（每百萬詞元 $15 與 $75）不符：僅第一列的 {tokens} 百萬個輸入詞元就要 {alone}，而非 {article}。</translation>
    </message>
    <message>
        <source>Assumed: answers of 300, 200 and 100 tokens, thoughts included; 90 % of a reply’s prompt read from the cache; satisfaction in batches, at half price. A row is measured once {count} requests of its kind are in the list of requests.</source>
        <translation>假設：回答為 300、200 與 100 個詞元（含思考）；回覆的提示有 90 % 由快取讀取；滿意度以批次處理，半價。同類請求滿 {count} 筆後，該列改用實測值。</translation>
    </message>
    <message>
        <source>{model}, measured over {count} requests</source>
        <translation>{model}，實測自 {count} 筆請求</translation>
    </message>
    <message>
        <source>{model}, assumed</source>
        <translation>{model}，假設</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Replies and FAQ</source>
        <translation>回覆與常見問題</translation>
    </message>
    <message>
        <source>Satisfaction, in batches</source>
        <translation>滿意度，批次處理</translation>
    </message>
    <message>
        <source>Requests a month</source>
        <translation>每月請求數</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Forget this requester</source>
        <translation>遺忘這位提問者</translation>
    </message>
    <message>
        <source>Remove everything kept about {who}?</source>
        <translation>要移除關於 {who} 的所有內容嗎？</translation>
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
        <translation>客服單：{count} 張，訊息 {messages} 則</translation>
    </message>
    <message>
        <source>Of these, still waiting for an answer: {count}</source>
        <translation>其中還在等回覆：{count} 張</translation>
    </message>
    <message>
        <source>Translations, search entries, import records and facts of these tickets, and the requests to the engine that were kept</source>
        <translation>這些客服單的翻譯、搜尋條目、匯入記錄和事實，以及保留下來的引擎請求</translation>
    </message>
    <message>
        <source>All of this in the backups, too: {count}</source>
        <translation>備份中的上述內容：{count} 份備份</translation>
    </message>
    <message>
        <source>Damaged databases that were put aside, each as a whole</source>
        <translation>先前擱置的損壞資料庫（整個移除）</translation>
    </message>
    <message>
        <source>This cannot be undone. What the requests have cost stays in your figures, without the ticket.</source>
        <translation>此操作無法復原。請求的費用仍計入統計，但不再與客服單關聯。</translation>
    </message>
    <message>
        <source>Not removed: the tickets in your helpdesk, your export files, what was sent to an engine, and tickets of other people that name this person.</source>
        <translation>不會移除：您客服系統裡的客服單、您的匯出檔、已送給引擎的內容，以及提到此人的他人客服單。</translation>
    </message>
    <message>
        <source>If an old export or backup still holds this person, their tickets are left out and you are told. New tickets that they write come in as usual.</source>
        <translation>若舊的匯出檔或備份裡還有此人，其客服單會被略過並告知您。此人新寫來的客服單照常收下。</translation>
    </message>
    <message>
        <source>Draft versions: {versions}, copied replies: {copies}</source>
        <translation>草稿版本：{versions}，已複製的回覆：{copies}</translation>
    </message>
</context>
<context>
    <name>ForgettingRequesters</name>
    <message>
        <source>The list of those who asked to be forgotten was damaged and put aside. Old exports and backups may bring them back: forget them again then.</source>
        <translation>要求被遺忘者的名單已損壞，已擱置。舊的匯出檔和備份可能會把他們帶回來：屆時請再次遺忘。</translation>
    </message>
    <message>
        <source>A requester is not wholly removed yet: another program reads the database, or the disk refused. The rest goes at the next start.</source>
        <translation>有一位提問者尚未完全移除：另一個程式正在讀取資料庫，或磁碟拒絕寫入。其餘部分會在下次啟動時移除。</translation>
    </message>
    <message>
        <source>this ticket&apos;s requester</source>
        <translation>這張客服單的提問者</translation>
    </message>
    <message>
        <source>Removing a requester</source>
        <translation>正在移除一位提問者</translation>
    </message>
    <message>
        <source>Removed for good: {count} tickets and all that was kept with them.</source>
        <translation>已永久移除：{count} 張客服單以及相關的所有內容。</translation>
    </message>
    <message>
        <source>Removed for good: 1 ticket and all that was kept with it.</source>
        <translation>已永久移除：1 張客服單以及相關的所有內容。</translation>
    </message>
</context>
<context>
    <name>GlossaryField</name>
    <message>
        <source>Import a glossary</source>
        <translation>匯入術語表</translation>
    </message>
    <message>
        <source>Remove all terms</source>
        <translation>移除所有術語</translation>
    </message>
    <message>
        <source>This file is too large for a glossary.</source>
        <translation>此檔案作為術語表太大。</translation>
    </message>
    <message>
        <source>This file could not be read.</source>
        <translation>無法讀取此檔案。</translation>
    </message>
    <message>
        <source>Terms: {count}.</source>
        <translation>術語：{count} 條。</translation>
    </message>
    <message>
        <source>The {before} from before are gone.</source>
        <translation>之前的 {before} 條已不在。</translation>
    </message>
    <message>
        <source>Left out, too long or without a translation: {left}.</source>
        <translation>過長或沒有譯文而略去：{left}。</translation>
    </message>
    <message>
        <source>Not read, beyond the {most} that are kept: {beyond}.</source>
        <translation>超出可保留的 {most} 條而未讀取：{beyond}。</translation>
    </message>
    <message>
        <source>This is no text. Save it as CSV and try again.</source>
        <translation>這不是文字檔。請存成 CSV 後再試。</translation>
    </message>
    <message>
        <source>No terms</source>
        <translation>沒有術語</translation>
    </message>
    <message>
        <source>No column is named after a language: en, es, fr, de, zh-Hant, zh-Hans.</source>
        <translation>沒有以語言命名的欄：en、es、fr、de、zh-Hant、zh-Hans。</translation>
    </message>
    <message>
        <source>There is no term in this file.</source>
        <translation>此檔案中沒有術語。</translation>
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
        <translation>狀態：{status}（{cause}）</translation>
    </message>
    <message>
        <source>Request: {kind}, {model}</source>
        <translation>請求：{kind}，{model}</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>The text as it stands now:</source>
        <translation>現在的內容：</translation>
    </message>
    <message>
        <source>Before: {status}</source>
        <translation>之前：{status}</translation>
    </message>
    <message>
        <source>written by you</source>
        <translation>由您撰寫</translation>
    </message>
    <message>
        <source>put together offline</source>
        <translation>離線拼成</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>由您</translation>
    </message>
    <message>
        <source>by an import</source>
        <translation>由匯入</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已復原</translation>
    </message>
    <message>
        <source>redone</source>
        <translation>已重做</translation>
    </message>
    <message>
        <source>the import was undone</source>
        <translation>匯入已復原</translation>
    </message>
    <message>
        <source>It was stopped before its end.</source>
        <translation>寫到一半被停止。</translation>
    </message>
    <message>
        <source>You changed the text since.</source>
        <translation>之後您改過文字。</translation>
    </message>
    <message>
        <source>Rests on: {places}</source>
        <translation>依據：{places}</translation>
    </message>
    <message>
        <source>You declined</source>
        <translation>您選擇婉拒</translation>
    </message>
    <message>
        <source>You asked for more</source>
        <translation>您選擇詢問更多</translation>
    </message>
    <message>
        <source>You said: {wish}</source>
        <translation>您的說明：{wish}</translation>
    </message>
    <message>
        <source>Begun from the saved reply “{title}”</source>
        <translation>以已存回覆「{title}」開頭</translation>
    </message>
    <message>
        <source>You answer for: {words}</source>
        <translation>由您擔保：{words}</translation>
    </message>
    <message>
        <source>Copied in {language}</source>
        <translation>已複製{language}回覆</translation>
    </message>
    <message>
        <source>By the policies of {day}</source>
        <translation>依 {day} 的政策</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>價格未知</translation>
    </message>
    <message>
        <source>{outcome}; {prompt} tokens in, {output} tokens out; {cost}</source>
        <translation>{outcome}；輸入 {prompt} 詞元，輸出 {output} 詞元；{cost}</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>歷程</translation>
    </message>
    <message>
        <source>The text as it was</source>
        <translation>當時的文字</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>發出的內容</translation>
    </message>
    <message>
        <source>What happened, newest first</source>
        <translation>發生過什麼，最新在前</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>{count} tickets read from {file}.</source>
        <translation>已從 {file} 讀取 {count} 張客服單。</translation>
    </message>
    <message>
        <source>{count} rows could not be read.</source>
        <translation>{count} 列無法讀取。</translation>
    </message>
    <message>
        <source>{count} other files were not read.</source>
        <translation>另有 {count} 個檔案未讀取。</translation>
    </message>
    <message>
        <source>{file} was not read: it {reason}.</source>
        <translation>未讀取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>1 ticket of somebody who asked to be forgotten was left out.</source>
        <translation>略過了 1 張客服單：提問者曾要求被遺忘。</translation>
    </message>
    <message>
        <source>{count} tickets of people who asked to be forgotten were left out.</source>
        <translation>略過了 {count} 張客服單：提問者曾要求被遺忘。</translation>
    </message>
    <message>
        <source>{file} is not there any more.</source>
        <translation>{file} 已不在原處。</translation>
    </message>
    <message>
        <source>{file} cannot be read. Check its permissions, and whether another program holds it.</source>
        <translation>無法讀取 {file}。請檢查權限，以及是否有其他程式正在使用它。</translation>
    </message>
    <message>
        <source>{file} is empty. Make the export again.</source>
        <translation>{file} 是空的。請重新匯出。</translation>
    </message>
    <message>
        <source>{file} is not a text file. Export as CSV or JSON.</source>
        <translation>{file} 不是文字檔。請匯出為 CSV 或 JSON。</translation>
    </message>
    <message>
        <source>{file} is a folder that cannot be opened.</source>
        <translation>{file} 是無法開啟的資料夾。</translation>
    </message>
    <message>
        <source>None of {count} files in {file} holds tickets.</source>
        <translation>{file} 中的 {count} 個檔案都不含客服單。</translation>
    </message>
    <message>
        <source>1 ticket read from {file}.</source>
        <translation>已從 {file} 讀取 1 張客服單。</translation>
    </message>
    <message>
        <source>1 row could not be read.</source>
        <translation>1 列無法讀取。</translation>
    </message>
    <message>
        <source>{count} tickets read from {files} files.</source>
        <translation>已從 {files} 個檔案讀取 {count} 張客服單。</translation>
    </message>
    <message>
        <source>Most of them are those of “{source}”, so it counts as a newer export of that.</source>
        <translation>其中大多數就是「{source}」的客服單，因此視為它的較新匯出。</translation>
    </message>
    <message>
        <source>Its ticket numbers are other tickets in “{source}”, so it is kept apart as “{own}”.</source>
        <translation>這些編號在「{source}」中是其他客服單，因此另外保存為「{own}」。</translation>
    </message>
    <message>
        <source>Its messages were put to the tickets of “{source}”.</source>
        <translation>其中的訊息已歸入「{source}」的客服單。</translation>
    </message>
    <message>
        <source>{count} mails were not read.</source>
        <translation>{count} 封郵件未讀取。</translation>
    </message>
    <message>
        <source>1 mail was not read.</source>
        <translation>1 封郵件未讀取。</translation>
    </message>
    <message>
        <source>1 line went on with the text of the row before it, and was put there.</source>
        <translation>有 1 列接續上一列的文字，已併入上一列。</translation>
    </message>
    <message>
        <source>{count} lines went on with the text of the row before them, and were put there.</source>
        <translation>有 {count} 列接續前一列的文字，已併入前一列。</translation>
    </message>
    <message>
        <source>{count} rows repeat a ticket number; the last of each stays.</source>
        <translation>{count} 列重複了客服單編號；各以最後一列為準。</translation>
    </message>
    <message>
        <source>1 row repeats a ticket number; the last of each stays.</source>
        <translation>1 列重複了客服單編號；各以最後一列為準。</translation>
    </message>
    <message>
        <source>{count} rows without a number are the same as another; each is taken once.</source>
        <translation>{count} 列沒有編號，與另一列相同；相同的只取一次。</translation>
    </message>
    <message>
        <source>1 row without a number is the same as another; it is taken once.</source>
        <translation>1 列沒有編號，與另一列相同；只取一次。</translation>
    </message>
    <message>
        <source>{count} rows have the ticket number of another customer; each is a ticket of its own, without a number.</source>
        <translation>{count} 列的客服單編號與其他客戶的相同；各自成為一張沒有編號的客服單。</translation>
    </message>
    <message>
        <source>1 row has the ticket number of another customer; it is a ticket of its own, without a number.</source>
        <translation>1 列的客服單編號與其他客戶的相同；它成為一張沒有編號的客服單。</translation>
    </message>
    <message>
        <source>None of {count} files holds tickets.</source>
        <translation>{count} 個檔案裡都沒有客服單。</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} 張新客服單</translation>
    </message>
    <message>
        <source>{count} written to again</source>
        <translation>{count} 張有新來信</translation>
    </message>
    <message>
        <source>{count} answered or closed elsewhere</source>
        <translation>{count} 張已在別處回覆或關閉</translation>
    </message>
    <message>
        <source>{count} gone from the view</source>
        <translation>{count} 張已不在檢視中</translation>
    </message>
    <message>
        <source>{count} changed otherwise</source>
        <translation>{count} 張有其他變更</translation>
    </message>
    <message>
        <source>{count} as before</source>
        <translation>{count} 張沒有變化</translation>
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
        <translation>其中 1 張看起來與您已有的客服單（來自郵件或另一次匯出）相同：回覆之前請先看一下。</translation>
    </message>
    <message>
        <source>{count} of them look like tickets that you have already, from mails or another export: look before you answer both.</source>
        <translation>其中 {count} 張看起來與您已有的客服單（來自郵件或另一次匯出）相同：回覆之前請先看一下。</translation>
    </message>
    <message>
        <source>1 open ticket of the export before is not in it, and nothing shows whether it is answered, so it stays.</source>
        <translation>上次匯出的 1 張未結客服單不在其中，也看不出是否已回覆，因此保留不變。</translation>
    </message>
    <message>
        <source>{count} open tickets of the export before are not in it, and nothing shows whether they are answered, so they stay.</source>
        <translation>上次匯出的 {count} 張未結客服單不在其中，也看不出是否已回覆，因此保留不變。</translation>
    </message>
    <message>
        <source>A newer export of this view was read before: look whether it is the right file.</source>
        <translation>先前已讀取過這個檢視較新的匯出檔：請確認檔案是否正確。</translation>
    </message>
    <message>
        <source>The customer has written again</source>
        <translation>顧客又來信了</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>重新開啟</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新客服單</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <translation>已在別處回覆</translation>
    </message>
    <message>
        <source>Closed elsewhere</source>
        <translation>已在別處關閉</translation>
    </message>
    <message>
        <source>Gone from the view</source>
        <translation>已不在檢視中</translation>
    </message>
    <message>
        <source>Changed otherwise</source>
        <translation>其他變更</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>沒有變化</translation>
    </message>
    <message>
        <source>{file} breaks off in the middle. Make the export again.</source>
        <translation>{file} 在中途斷開，不完整。請重新匯出。</translation>
    </message>
    <message>
        <source>{file} is neither valid JSON nor XML. Make the export again.</source>
        <translation>{file} 不是有效的 JSON 或 XML。請重新匯出。</translation>
    </message>
    <message>
        <source>{file} lists ratings, no tickets, and was left out.</source>
        <translation>{file} 列出的是滿意度評分，不是客服單，已略過。</translation>
    </message>
    <message>
        <source>The import was taken back: 1 ticket.</source>
        <translation>已復原匯入：1 張客服單。</translation>
    </message>
    <message>
        <source>The import was taken back. Its ticket stays, since you have worked on it.</source>
        <translation>已復原匯入。其客服單保留，因為您已處理過它。</translation>
    </message>
    <message>
        <source>The import was taken back: {count} tickets.</source>
        <translation>已復原匯入：{count} 張客服單。</translation>
    </message>
    <message>
        <source>The import was taken back. It had changed no ticket.</source>
        <translation>已復原匯入。它沒有更動任何客服單。</translation>
    </message>
    <message>
        <source>{kept} of them stay, since you have worked on them.</source>
        <translation>其中 {kept} 張保留，因為您已處理過它們。</translation>
    </message>
    <message>
        <source>1 of them stays, since you have worked on it.</source>
        <translation>其中 1 張保留，因為您已處理過它。</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>已停止讀取。</translation>
    </message>
    <message>
        <source>{count} files that were read before stay.</source>
        <translation>先前讀完的 {count} 個檔案保留。</translation>
    </message>
    <message>
        <source>1 file that was read before stays.</source>
        <translation>先前讀完的 1 個檔案保留。</translation>
    </message>
    <message>
        <source>No ticket was taken in.</source>
        <translation>沒有匯入任何客服單。</translation>
    </message>
    <message>
        <source>{count} files were not read.</source>
        <translation>{count} 個檔案未讀取。</translation>
    </message>
    <message>
        <source>1 file was not read.</source>
        <translation>1 個檔案未讀取。</translation>
    </message>
    <message>
        <source>The program ended while it read {file}. What it had read of it was taken back: drop the file again, and others that you dropped with it.</source>
        <translation>程式在讀取 {file} 時中斷。已讀入的部分已復原：請重新拖入該檔案，以及與它一起拖入的其他檔案。</translation>
    </message>
    <message>
        <source>The program ended while it took tickets in. They were taken back: bring them in again.</source>
        <translation>程式在匯入客服單時中斷。這些客服單已復原：請重新匯入。</translation>
    </message>
    <message>
        <source>The program ended while it took back an import of {file}. It is taken back now.</source>
        <translation>程式在復原 {file} 的匯入時中斷。現已復原完畢。</translation>
    </message>
    <message>
        <source>The program ended while it took back an import. It is taken back now.</source>
        <translation>程式在復原匯入時中斷。現已復原完畢。</translation>
    </message>
    <message>
        <source>{file} is no ticket export. CSV, Excel, JSON, XML and mails (.eml, .mbox, .msg) can be read.</source>
        <translation>{file} 不是客服單匯出檔。可以讀取 CSV、Excel、JSON、XML 和郵件（.eml、.mbox、.msg）。</translation>
    </message>
    <message>
        <source>{file} is nested too deeply to be an export.</source>
        <translation>{file} 的巢狀過深，不像匯出檔。</translation>
    </message>
    <message>
        <source>No tickets in {file}. Look whether it is the right export.</source>
        <translation>{file} 中沒有客服單。請確認匯出檔是否正確。</translation>
    </message>
    <message>
        <source>{file} lists people. Drop it together with the tickets and their comments.</source>
        <translation>{file} 只列出人員。請與客服單和留言的檔案一起拖進來。</translation>
    </message>
    <message>
        <source>{file} lists orders, no tickets, and was left out.</source>
        <translation>{file} 列出的是訂單，不是客服單，已略過。</translation>
    </message>
    <message>
        <source>{file} lists products, no tickets, and was left out.</source>
        <translation>{file} 列出的是商品，不是客服單，已略過。</translation>
    </message>
    <message>
        <source>{file} lists reviews, no tickets, and was left out.</source>
        <translation>{file} 列出的是評價，不是客服單，已略過。</translation>
    </message>
    <message>
        <source>{file} lists help articles, no tickets, and was left out.</source>
        <translation>{file} 列出的是說明文章，不是客服單，已略過。</translation>
    </message>
    <message>
        <source>{file} lists saved replies, no tickets, and was left out. Settings › Writing reads them.</source>
        <translation>{file} 列出的是預存回覆，不是客服單，已略過。可在「設定 › 撰寫」中讀取。</translation>
    </message>
    <message>
        <source>{file} has a password. Save it without one.</source>
        <translation>{file} 有密碼保護。請另存一份不帶密碼的。</translation>
    </message>
    <message>
        <source>{file} unpacks to more than an export holds, and was left alone.</source>
        <translation>{file} 解壓縮後遠大於一般匯出檔，未予讀取。</translation>
    </message>
    <message>
        <source>{file} is damaged. Make the export again.</source>
        <translation>{file} 已損壞。請重新匯出。</translation>
    </message>
    <message>
        <source>the row is empty</source>
        <translation>此列是空的</translation>
    </message>
    <message>
        <source>no number, subject or text</source>
        <translation>沒有編號、主旨或內容</translation>
    </message>
    <message>
        <source>more cells than the header</source>
        <translation>儲存格比標題列多</translation>
    </message>
    <message>
        <source>quotation marks do not match</source>
        <translation>引號不成對</translation>
    </message>
    <message>
        <source>the row is too long</source>
        <translation>此列過長</translation>
    </message>
    <message>
        <source>stands before the header</source>
        <translation>位於標題列之前</translation>
    </message>
    <message>
        <source>not JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>not a ticket</source>
        <translation>不是客服單</translation>
    </message>
    <message>
        <source>the file ends in the middle of it</source>
        <translation>檔案在此中斷</translation>
    </message>
    <message>
        <source>is nested too deeply</source>
        <translation>巢狀過深</translation>
    </message>
    <message>
        <source>holds no tickets</source>
        <translation>檔案裡沒有客服單</translation>
    </message>
    <message>
        <source>the mail cannot be read</source>
        <translation>無法讀取這封郵件</translation>
    </message>
    <message>
        <source>a draft that was not sent</source>
        <translation>沒有寄出的草稿</translation>
    </message>
    <message>
        <source>its ticket is not in the export</source>
        <translation>所屬的客服單不在匯出檔裡</translation>
    </message>
    <message>
        <source>stands above the list</source>
        <translation>位於清單上方</translation>
    </message>
    <message>
        <source>the header once more</source>
        <translation>又一次出現的表頭</translation>
    </message>
    <message>
        <source>the header of another list in this file</source>
        <translation>此檔案中另一個清單的標題列</translation>
    </message>
    <message>
        <source>belongs to another list in this file: try that as a file of its own</source>
        <translation>屬於此檔案中的另一個清單：請試著把那個清單存成單獨的檔案</translation>
    </message>
    <message>
        <source>a sum or a note below the list</source>
        <translation>清單下方的合計或說明</translation>
    </message>
    <message>
        <source>fewer cells than the header</source>
        <translation>儲存格比表頭少</translation>
    </message>
    <message>
        <source>has a password</source>
        <translation>有密碼</translation>
    </message>
    <message>
        <source>is damaged; make this export again</source>
        <translation>已損壞，請重新匯出此檔案</translation>
    </message>
    <message>
        <source>is empty; make this export again</source>
        <translation>是空的，請重新匯出此檔案</translation>
    </message>
    <message>
        <source>breaks off in the middle; make this export again</source>
        <translation>在中途斷開，不完整，請重新匯出此檔案</translation>
    </message>
    <message>
        <source>is neither valid JSON nor XML; make this export again</source>
        <translation>不是有效的 JSON 或 XML，請重新匯出此檔案</translation>
    </message>
    <message>
        <source>is not a text file</source>
        <translation>不是文字檔</translation>
    </message>
    <message>
        <source>is no ticket export</source>
        <translation>不是客服單匯出檔</translation>
    </message>
    <message>
        <source>lists people; drop it together with the tickets and their comments</source>
        <translation>只列出人員，請與客服單和留言的檔案一起拖進來</translation>
    </message>
    <message>
        <source>lists orders, no tickets</source>
        <translation>列出的是訂單，不是客服單</translation>
    </message>
    <message>
        <source>lists products, no tickets</source>
        <translation>列出的是商品，不是客服單</translation>
    </message>
    <message>
        <source>lists reviews, no tickets</source>
        <translation>列出的是評價，不是客服單</translation>
    </message>
    <message>
        <source>lists help articles, no tickets</source>
        <translation>列出的是說明文章，不是客服單</translation>
    </message>
    <message>
        <source>lists saved replies, which Settings › Writing reads</source>
        <translation>列出的是預存回覆，可在「設定 › 撰寫」中讀取</translation>
    </message>
    <message>
        <source>lists ratings, no tickets</source>
        <translation>列出的是滿意度評分，不是客服單</translation>
    </message>
    <message>
        <source>unpacks to more than an export holds</source>
        <translation>解壓縮後超出匯出檔的大小</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>無法開啟</translation>
    </message>
    <message>
        <source>The column of the message text was guessed.</source>
        <translation>訊息內容的欄位是推測的。</translation>
    </message>
    <message>
        <source>The file has no header; columns were guessed.</source>
        <translation>檔案沒有標題列；欄位是推測的。</translation>
    </message>
    <message>
        <source>The encoding was guessed; look whether names read right.</source>
        <translation>編碼是推測的；請看姓名是否正確。</translation>
    </message>
    <message>
        <source>Some characters could not be read and show as �.</source>
        <translation>有些字元無法讀取，顯示為 �。</translation>
    </message>
    <message>
        <source>This export holds only the first words of each message.</source>
        <translation>此匯出檔只含每則訊息的開頭。</translation>
    </message>
    <message>
        <source>The time zone in its header is not known here; this computer’s is taken.</source>
        <translation>無法辨識標題列中的時區；以本機時區讀取。</translation>
    </message>
    <message>
        <source>Some numbers seem to have lost their leading zeros in a spreadsheet. Export again and do not open the file in between.</source>
        <translation>有些編號似乎在試算表裡丟了開頭的零。請重新匯出，中途不要開啟檔案。</translation>
    </message>
    <message>
        <source>Its times name no time zone; this computer’s is taken.</source>
        <translation>時間沒有註明時區，按這台電腦的時區處理。</translation>
    </message>
    <message>
        <source>None of its columns is known.</source>
        <translation>沒有認得的欄位。</translation>
    </message>
    <message>
        <source>Some numbers have more digits than a spreadsheet keeps, and it has damaged them. Export again and do not open the file in between.</source>
        <translation>有些編號的位數超過試算表軟體能保留的位數，已被它損壞。請重新匯出，中途不要開啟檔案。</translation>
    </message>
    <message>
        <source>Full-width commas part the columns: look whether a text was cut at one.</source>
        <translation>各欄以全形逗號分隔：請看看有沒有文字在逗號處被截斷。</translation>
    </message>
    <message>
        <source>Days and months could not be told apart with certainty: look whether the dates are right.</source>
        <translation>無法確定日與月的順序：請看看日期是否正確。</translation>
    </message>
    <message>
        <source>A hidden sheet of this workbook holds tickets too and is not read. Unhide it in the spreadsheet and drop the file again.</source>
        <translation>此活頁簿中有一個隱藏的工作表也包含客服單，未讀取。請在試算表軟體中取消隱藏，再重新拖入檔案。</translation>
    </message>
    <message>
        <source>Its tickets stand in a hidden sheet.</source>
        <translation>其中的客服單位於隱藏的工作表中。</translation>
    </message>
    <message>
        <source>Of some messages it is not clear whether the customer can see them; they count as internal notes.</source>
        <translation>有些訊息看不出客戶是否看得到，按內部備註處理。</translation>
    </message>
    <message>
        <source>Only numbers say who wrote: messages by others than the first writer count neither as the customer’s nor as answers. Drop the file again with the tickets and the list of people.</source>
        <translation>檔案只用編號說明作者：首位作者以外的訊息既不算客戶的話，也不算回覆。請把檔案與客服單和人員清單一起再拖入一次。</translation>
    </message>
    <message>
        <source>Its ticket numbers are written another way than before, and count as the same.</source>
        <translation>它的客服單編號寫法與之前不同，視為相同編號。</translation>
    </message>
    <message>
        <source>Each row stood in a single cell, and was taken apart into its columns.</source>
        <translation>每列資料原本都在一個儲存格裡，已拆分成各欄。</translation>
    </message>
    <message>
        <source>This looks like a list of orders, not of tickets.</source>
        <translation>這看起來是訂單清單，不是客服單。</translation>
    </message>
    <message>
        <source>This looks like a list of products, not of tickets.</source>
        <translation>這看起來是商品清單，不是客服單。</translation>
    </message>
    <message>
        <source>This looks like a list of reviews, not of tickets.</source>
        <translation>這看起來是評價清單，不是客服單。</translation>
    </message>
    <message>
        <source>This looks like a list of help articles, not of tickets.</source>
        <translation>這看起來是說明文章清單，不是客服單。</translation>
    </message>
    <message>
        <source>This looks like a list of saved replies, not of tickets. Settings › Writing reads them.</source>
        <translation>這看起來是預存回覆清單，不是客服單。可在「設定 › 撰寫」中讀取。</translation>
    </message>
    <message>
        <source>This looks like a list of ratings, not of tickets.</source>
        <translation>這看起來是滿意度評分清單，不是客服單。</translation>
    </message>
    <message>
        <source>Files that a mail program keeps beside its mails were left out.</source>
        <translation>郵件程式放在郵件旁邊的附屬檔案已略過。</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>Show the list</source>
        <translation>顯示清單</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>客服單</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回覆</translation>
    </message>
</context>
<context>
    <name>IndexSecretForm</name>
    <message>
        <source>Headers or key</source>
        <translation>標頭或金鑰</translation>
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
        <translation>政策會依詞語和代表語意的向量搜尋。文字留在這台電腦上。團隊共用的伺服器只存放向量和指紋，不存放文字；有相同政策的人不必再製作一次。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在這台電腦上</translation>
    </message>
    <message>
        <source>For you alone. Nothing to set up.</source>
        <translation>只供您使用，無須設定。</translation>
    </message>
    <message>
        <source>Chroma server</source>
        <translation>Chroma 伺服器</translation>
    </message>
    <message>
        <source>Started by “chroma run”. It has no authentication of its own.</source>
        <translation>以「chroma run」啟動，本身沒有身分驗證。</translation>
    </message>
    <message>
        <source>Qdrant</source>
        <translation>Qdrant</translation>
    </message>
    <message>
        <source>A server of yours, Qdrant Cloud, or a folder.</source>
        <translation>您自己的伺服器、Qdrant Cloud 或資料夾。</translation>
    </message>
    <message>
        <source>Where the vectors are</source>
        <translation>向量存放的位置</translation>
    </message>
    <message>
        <source>What makes the vectors</source>
        <translation>由什麼製作向量</translation>
    </message>
    <message>
        <source>The embedder that comes with the program is quick and at its best in English. A folder with a model of your own (model.onnx and tokenizer.json) can take its place: until its vectors are whole, the ones before go on answering.</source>
        <translation>程式內附的嵌入模型速度快，英文效果最好。您可以改用自己的模型資料夾（model.onnx 和 tokenizer.json）：新的向量完成之前，繼續使用原有的向量。</translation>
    </message>
    <message>
        <source>Embedder</source>
        <translation>嵌入模型</translation>
    </message>
    <message>
        <source>Choose a model’s folder</source>
        <translation>選擇模型資料夾</translation>
    </message>
    <message>
        <source>Back to the built-in one</source>
        <translation>改回內附的模型</translation>
    </message>
    <message>
        <source>The policy index does not run now. Start the program again.</source>
        <translation>政策索引目前沒有執行。請重新啟動程式。</translation>
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
        <translation>時間</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>滿意度</translation>
    </message>
    <message>
        <source>{count} tagged, mean {mean}</source>
        <translation>{count} 個已標記，平均 {mean}</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>語氣</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Asked in</source>
        <translation>來信語言</translation>
    </message>
    <message>
        <source>Answered in</source>
        <translation>回覆語言</translation>
    </message>
    <message>
        <source>asked in; thin: answered in</source>
        <translation>來信語言；細條：回覆語言</translation>
    </message>
    <message>
        <source>Other tasks</source>
        <translation>其他工作</translation>
    </message>
    <message>
        <source>cap: {sum} a day</source>
        <translation>上限：每天 {sum}</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>價格不明</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>美元</translation>
    </message>
    <message>
        <source>Unpriced requests</source>
        <translation>價格不明的請求</translation>
    </message>
    <message>
        <source>Seconds, median</source>
        <translation>秒，中位數</translation>
    </message>
    <message>
        <source>median of each day</source>
        <translation>每天的中位數</translation>
    </message>
    <message>
        <source>Read from the cache</source>
        <translation>從快取讀取</translation>
    </message>
    <message>
        <source>of all prompts</source>
        <translation>占全部提示</translation>
    </message>
    <message>
        <source>In batches</source>
        <translation>批次處理</translation>
    </message>
    <message>
        <source>of all requests</source>
        <translation>占全部請求</translation>
    </message>
    <message>
        <source>Not copied</source>
        <translation>未複製</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>客服單</translation>
    </message>
    <message>
        <source>1 ticket</source>
        <translation>1 張工單</translation>
    </message>
    <message>
        <source>{count} tickets</source>
        <translation>{count} 張工單</translation>
    </message>
    <message>
        <source>{count} requests unpriced</source>
        <translation>{count} 個請求價格不明</translation>
    </message>
    <message>
        <source>open tickets</source>
        <translation>未結客服單</translation>
    </message>
    <message>
        <source>Intent</source>
        <translation>意圖</translation>
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
        <translation>時段</translation>
    </message>
    <message>
        <source>Tag conversations</source>
        <translation>標記對話</translation>
    </message>
    <message>
        <source>Compare two models</source>
        <translation>比較兩個模型</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>存為 CSV</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>佇列</translation>
    </message>
    <message>
        <source>No ticket came or went in this time.</source>
        <translation>這段時間沒有客服單進出。</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>滿意度</translation>
    </message>
    <message>
        <source>No conversation of this time is tagged.</source>
        <translation>這段時間沒有已標記的對話。</translation>
    </message>
    <message>
        <source>Spend by day</source>
        <translation>每天花費</translation>
    </message>
    <message>
        <source>Nothing was spent in this time.</source>
        <translation>這段時間沒有花費。</translation>
    </message>
    <message>
        <source>Intents</source>
        <translation>意圖</translation>
    </message>
    <message>
        <source>No ticket was triaged in this time.</source>
        <translation>這段時間沒有分類過的客服單。</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>No ticket came in this time.</source>
        <translation>這段時間沒有新客服單。</translation>
    </message>
    <message>
        <source>Spend by model</source>
        <translation>各模型花費</translation>
    </message>
    <message>
        <source>No model was asked in this time.</source>
        <translation>這段時間沒有向模型提問。</translation>
    </message>
    <message>
        <source>To be escalated</source>
        <translation>需要升級</translation>
    </message>
    <message>
        <source>No ticket needs it.</source>
        <translation>沒有客服單需要。</translation>
    </message>
    <message>
        <source>Sentiment</source>
        <translation>語氣</translation>
    </message>
    <message>
        <source>Tags of your own</source>
        <translation>您自己的標籤</translation>
    </message>
    <message>
        <source>No conversation of this time has one.</source>
        <translation>這段時間沒有帶這類標籤的對話。</translation>
    </message>
    <message>
        <source>Time to the first text</source>
        <translation>首段文字用時</translation>
    </message>
    <message>
        <source>No model wrote a draft.</source>
        <translation>沒有模型寫過草稿。</translation>
    </message>
    <message>
        <source>Read from the cache</source>
        <translation>從快取讀取</translation>
    </message>
    <message>
        <source>Drafts not copied</source>
        <translation>未複製的草稿</translation>
    </message>
    <message>
        <source>No draft was paid for in this time.</source>
        <translation>這段時間沒有付費的草稿。</translation>
    </message>
    <message>
        <source>In batches</source>
        <translation>批次處理</translation>
    </message>
    <message>
        <source>No request went in a batch in this time.</source>
        <translation>這段時間沒有批次請求。</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>tickets with a copied reply</source>
        <translation>張客服單已複製回覆</translation>
    </message>
    <message>
        <source>saved, at {seconds} s a reply</source>
        <translation>省下的時間，以每封回覆 {seconds} 秒計</translation>
    </message>
    <message>
        <source>to the first text, median</source>
        <translation>到首段文字，中位數</translation>
    </message>
    <message>
        <source>of the prompts read from the cache</source>
        <translation>的提示從快取讀取</translation>
    </message>
    <message>
        <source>spent</source>
        <translation>已花費</translation>
    </message>
    <message>
        <source>of the requests in batches</source>
        <translation>的請求在批次中</translation>
    </message>
    <message>
        <source>for drafts not copied</source>
        <translation>用於未複製的草稿</translation>
    </message>
    <message>
        <source>Save the tables</source>
        <translation>儲存表格</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>The figures cannot be read just now.</source>
        <translation>目前無法讀取資料。</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another folder.</source>
        <translation>無法寫入檔案。請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} 小時 {m} 分</translation>
    </message>
    <message>
        <source>{m} min</source>
        <translation>{m} 分鐘</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Reading tickets</source>
        <translation>讀取客服單</translation>
    </message>
    <message>
        <source>Opening the sample shop</source>
        <translation>開啟範例商店</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>The files that waited will not be read.</source>
        <translation>排隊等候的檔案不再讀取。</translation>
    </message>
    <message>
        <source>There is no import to take back.</source>
        <translation>沒有可復原的匯入。</translation>
    </message>
    <message>
        <source>Take in all the same</source>
        <translation>仍要收下</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>有哪些變更</translation>
    </message>
    <message>
        <source>See why</source>
        <translation>查看原因</translation>
    </message>
    <message>
        <source>How it was read</source>
        <translation>查看讀取方式</translation>
    </message>
    <message>
        <source>No export was read yet.</source>
        <translation>尚未讀取過匯出檔。</translation>
    </message>
    <message>
        <source>There is no text on the clipboard. Copy the conversation first.</source>
        <translation>剪貼簿上沒有文字。請先複製對話。</translation>
    </message>
    <message>
        <source>{count} tickets from the copied list.</source>
        <translation>從複製的清單讀入 {count} 張客服單。</translation>
    </message>
    <message>
        <source>What was not read</source>
        <translation>未讀取的內容</translation>
    </message>
    <message>
        <source>1 line above it is no ticket.</source>
        <translation>清單上方有 1 行不是客服單。</translation>
    </message>
    <message>
        <source>{count} lines above it are no tickets.</source>
        <translation>清單上方有 {count} 行不是客服單。</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>剪貼簿</translation>
    </message>
    <message>
        <source>See them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Taking back the import</source>
        <translation>正在復原匯入</translation>
    </message>
</context>
<context>
    <name>IntentMark</name>
    <message>
        <source>{percent} %: the rules’ own estimate</source>
        <translation>{percent} %：規則自身的估計</translation>
    </message>
    <message>
        <source>{percent} %: the model’s own estimate</source>
        <translation>{percent} %：模型自身的估計</translation>
    </message>
</context>
<context>
    <name>KeyBar</name>
    <message>
        <source>Approve and copy</source>
        <translation>核准並複製</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>升級</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>API key</source>
        <translation>API 金鑰</translation>
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
        <translation>AWS 自己的工具已有時不需要。否則請輸入持有人權杖，或存取入口網站顯示的幾行：金鑰、密鑰、工作階段權杖。</translation>
    </message>
    <message>
        <source>Needed only where the server asks for one.</source>
        <translation>只有伺服器要求時才需要。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>更換</translation>
    </message>
    <message>
        <source>The environment gave this key (ANTHROPIC_API_KEY). It serves until you close the program, and is written nowhere.</source>
        <translation>此金鑰來自環境變數（ANTHROPIC_API_KEY），用到您關閉程式為止，不會寫入任何地方。</translation>
    </message>
    <message>
        <source>Looking for a keyring.</source>
        <translation>正在尋找鑰匙圈。</translation>
    </message>
    <message>
        <source>The keyring ({vault}) is locked. Unlock it, then try again.</source>
        <translation>鑰匙圈（{vault}）已上鎖。請解鎖後再試。</translation>
    </message>
    <message>
        <source>The key goes into this computer’s keyring ({vault}).</source>
        <translation>金鑰正存入這台電腦的鑰匙圈（{vault}）。</translation>
    </message>
    <message>
        <source>The key is kept in this computer’s keyring ({vault}), nowhere else.</source>
        <translation>金鑰只保存在這台電腦的鑰匙圈（{vault}）。</translation>
    </message>
    <message>
        <source>The key is kept until you close the program, and written nowhere.</source>
        <translation>金鑰保留到您關閉程式為止，不會寫入任何地方。</translation>
    </message>
    <message>
        <source>No keyring on this computer.</source>
        <translation>這台電腦沒有鑰匙圈。</translation>
    </message>
    <message>
        <source>{name} was refused as a keyring: it keeps plain text.</source>
        <translation>未採用 {name} 作為鑰匙圈：它以純文字保存。</translation>
    </message>
    <message>
        <source>{name} was refused as a keyring: it keeps nothing.</source>
        <translation>未採用 {name} 作為鑰匙圈：它什麼都不保存。</translation>
    </message>
    <message>
        <source>{name} were refused as a keyring: none of them is a vault of the system.</source>
        <translation>未採用 {name} 作為鑰匙圈：其中沒有系統的保險庫。</translation>
    </message>
    <message>
        <source>{name} was refused as a keyring: it is no vault of the system.</source>
        <translation>未採用 {name} 作為鑰匙圈：它不是系統的保險庫。</translation>
    </message>
    <message>
        <source>No key yet. It will be kept in this computer’s keyring ({vault}).</source>
        <translation>尚無金鑰。金鑰將保存在這台電腦的鑰匙圈（{vault}）。</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>All keys</source>
        <translation>所有按鍵</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Triage</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>模型比較</translation>
    </message>
    <message>
        <source>Reply languages</source>
        <translation>回覆語言</translation>
    </message>
    <message>
        <source>Foreign tickets</source>
        <translation>外語客服單</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>互相矛盾之處</translation>
    </message>
    <message>
        <source>Rewriting</source>
        <translation>改寫</translation>
    </message>
    <message>
        <source>Pre-flight</source>
        <translation>複製前檢查</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知識</translation>
    </message>
    <message>
        <source>Columns of an export</source>
        <translation>匯出檔的欄</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>測試</translation>
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
        <translation>已變更</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>the policies alone</source>
        <translation>僅政策原文</translation>
    </message>
    <message>
        <source>No model wrote this, {day}: each answer is the policy’s own sentence.</source>
        <translation>{day}，並非模型撰寫：每個回答都是政策的原句。</translation>
    </message>
    <message>
        <source>made by {model}, {day}, unpriced</source>
        <translation>{model} 製作，{day}，價格未知</translation>
    </message>
    <message>
        <source>made by {model}, {day}, {cost}</source>
        <translation>{model} 製作，{day}，{cost}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Go on, no known price</source>
        <translation>繼續，價格未知</translation>
    </message>
    <message>
        <source>Go on, about {cost}</source>
        <translation>繼續，約 {cost}</translation>
    </message>
</context>
<context>
    <name>KnowledgeHead</name>
    <message>
        <source>Knowledge</source>
        <translation>知識</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>from {count} tickets, {day}</source>
        <translation>來自 {count} 張客服單，{day}</translation>
    </message>
    <message>
        <source>{count} tickets in {languages}</source>
        <translation>{count} 張客服單，{languages}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Sends {count} ticket summaries to {host}</source>
        <translation>將 {count} 則客服單摘要傳送到 {host}</translation>
    </message>
    <message>
        <source>JSON with its schema</source>
        <translation>JSON 與其綱要</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown 檔案</translation>
    </message>
    <message>
        <source>One web page, with search</source>
        <translation>單一網頁，附搜尋</translation>
    </message>
    <message>
        <source>Macros for Zendesk</source>
        <translation>Zendesk 的巨集</translation>
    </message>
    <message>
        <source>Canned responses for Freshdesk</source>
        <translation>Freshdesk 的預設回覆</translation>
    </message>
    <message>
        <source>Text modules for Zammad</source>
        <translation>Zammad 的文字模組</translation>
    </message>
    <message>
        <source>Keep the templates as saved replies (::)</source>
        <translation>將範本存為已存回覆（::）</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>製作來源</translation>
    </message>
    <message>
        <source>The newest {count} tickets</source>
        <translation>最新 {count} 張客服單</translation>
    </message>
    <message>
        <source>Make again</source>
        <translation>重新製作</translation>
    </message>
    <message>
        <source>Make without a model</source>
        <translation>不用模型製作</translation>
    </message>
    <message>
        <source>Make again, no known price</source>
        <translation>重新製作，價格未知</translation>
    </message>
    <message>
        <source>Make, no known price</source>
        <translation>製作，價格未知</translation>
    </message>
    <message>
        <source>Make again, about {cost}</source>
        <translation>重新製作，約 {cost}</translation>
    </message>
    <message>
        <source>Make, about {cost}</source>
        <translation>製作，約 {cost}</translation>
    </message>
</context>
<context>
    <name>KnowledgePage</name>
    <message>
        <source>Kinds of knowledge</source>
        <translation>知識的種類</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺口</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>No policy answers this.</source>
        <translation>沒有政策回答這一點。</translation>
    </message>
    <message>
        <source>{group}, entry {place} of {count}</source>
        <translation>{group}，第 {place} 條，共 {count} 條</translation>
    </message>
    <message>
        <source>No gaps</source>
        <translation>沒有缺口</translation>
    </message>
    <message>
        <source>Questions that no policy answers stand here once drafts have met them.</source>
        <translation>草稿遇到政策沒有答案的問題後，會列在這裡。</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>這裡沒有內容</translation>
    </message>
    <message>
        <source>The tickets gave no entry of this kind.</source>
        <translation>客服單沒有產生這類條目。</translation>
    </message>
    <message>
        <source>No knowledge yet</source>
        <translation>尚無知識</translation>
    </message>
    <message>
        <source>The newest tickets become a FAQ, reply templates and refund rules, each with its receipts.</source>
        <translation>最新的客服單會整理成常見問題、回覆範本和退款規則，各有依據。</translation>
    </message>
    <message>
        <source>{left} of {count} groups of tickets are not written yet.</source>
        <translation>{count} 組客服單中還有 {left} 組未撰寫。</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>條目</translation>
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
        <translation>正在撰寫知識</translation>
    </message>
</context>
<context>
    <name>LanguageView</name>
    <message>
        <source>The reply in another language</source>
        <translation>其他語言的回覆</translation>
    </message>
    <message>
        <source>{count} not translated: needs an engine</source>
        <translation>{count} 句未翻譯：需要引擎</translation>
    </message>
    <message>
        <source>{count} still to be translated</source>
        <translation>還有 {count} 句待翻譯</translation>
    </message>
</context>
<context>
    <name>LedgerTableModel</name>
    <message>
        <source>Time</source>
        <translation>時間</translation>
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
        <translation>輸入詞元</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>來自快取</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>價格未知</translation>
    </message>
    <message>
        <source>about {sum}</source>
        <translation>約 {sum}</translation>
    </message>
    <message>
        <source>{host}, first text {first} s, whole {total} s, thinking {thinking} tokens</source>
        <translation>{host}，首段文字 {first} 秒，全部 {total} 秒，思考 {thinking} 個詞元</translation>
    </message>
</context>
<context>
    <name>LedgerView</name>
    <message>
        <source>Requests</source>
        <translation>請求</translation>
    </message>
</context>
<context>
    <name>LinkPatternDialog</name>
    <message>
        <source>Open in helpdesk</source>
        <translation>在客服系統開啟</translation>
    </message>
    <message>
        <source>Paste the address of ticket {number} in {source}. It is remembered for the others.</source>
        <translation>請貼上 {source} 中客服單 {number} 的網址。其他客服單也會沿用。</translation>
    </message>
    <message>
        <source>Address of the ticket</source>
        <translation>客服單的網址</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The address has to hold the ticket&apos;s number.</source>
        <translation>網址必須含有客服單編號。</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Search, or intent:refund lang:es</source>
        <translation>搜尋，或 intent:refund lang:es</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation>搜尋客服單</translation>
    </message>
    <message>
        <source>{count} in this list</source>
        <translation>清單中 {count} 張</translation>
    </message>
    <message>
        <source>{count} marked</source>
        <translation>已標記 {count}</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最舊在前</translation>
    </message>
    <message>
        <source>Urgent first</source>
        <translation>緊急在前</translation>
    </message>
    <message>
        <source>Only the first {most} phrases and fields are searched for; {count} more are left out.</source>
        <translation>只搜尋前 {most} 個片語和欄位；其餘 {count} 個不搜尋。</translation>
    </message>
    <message>
        <source>“{part}” is no field, so it is searched for as a word. Fields: {names}</source>
        <translation>「{part}」不是欄位，因此當作文字搜尋。欄位：{names}</translation>
    </message>
    <message>
        <source>“{part}” is not known. After {name} stands one of: {values}</source>
        <translation>不認得「{part}」。{name} 之後可以是：{values}</translation>
    </message>
    <message>
        <source>“{part}” is no language. Write its code: en, es, pt, zh-hant</source>
        <translation>「{part}」不是語言。請寫其代碼：en、es、pt、zh-hant</translation>
    </message>
    <message>
        <source>“{part}” is no date. Write 2026-11-01, 2026-11 or 2026.</source>
        <translation>「{part}」不是日期。請寫 2026-11-01、2026-11 或 2026。</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Look</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>視窗語言</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>視窗</translation>
    </message>
    <message>
        <source>Write keys on the buttons</source>
        <translation>在按鈕上標示按鍵</translation>
    </message>
    <message>
        <source>Keep the window on top</source>
        <translation>視窗保持在最上層</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Show my pace and the time saved</source>
        <translation>顯示我的速度和省下的時間</translation>
    </message>
    <message>
        <source>A reply by hand takes</source>
        <translation>手寫一封回覆需要</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未填寫</translation>
    </message>
    <message>
        <source>Both stay on this computer and are in no file that you save.</source>
        <translation>兩者只留在這台電腦上，不會寫入您儲存的檔案。</translation>
    </message>
</context>
<context>
    <name>MappingTable</name>
    <message>
        <source>Let a model look at the columns</source>
        <translation>讓模型看看這些欄</translation>
    </message>
    <message>
        <source>You see first what is sent: their names and what three rows look like</source>
        <translation>送出前您會先看到內容：欄名和三列資料的樣子</translation>
    </message>
    <message>
        <source>How its columns map</source>
        <translation>欄位對應</translation>
    </message>
    <message>
        <source>1 more column</source>
        <translation>還有 1 欄</translation>
    </message>
    <message>
        <source>{count} more columns</source>
        <translation>還有 {count} 欄</translation>
    </message>
    <message>
        <source>Its first tickets</source>
        <translation>前幾張客服單</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>提出者</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主旨</translation>
    </message>
    <message>
        <source>Message text</source>
        <translation>訊息內容</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>檔案裡的欄</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>對應為</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>第 {number} 欄</translation>
    </message>
    <message>
        <source>{column} becomes</source>
        <translation>{column} 對應為</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Proposed by a model</source>
        <translation>模型建議的</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>no such column</source>
        <translation>沒有這一欄</translation>
    </message>
</context>
<context>
    <name>MarksDialog</name>
    <message>
        <source>Internal: never quoted to a customer</source>
        <translation>內部：絕不引用給顧客</translation>
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
        <translation>保留設定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Its translations too</source>
        <translation>它的譯文也一樣</translation>
    </message>
    <message>
        <source>YYYY-MM-DD, or empty</source>
        <translation>YYYY-MM-DD，或留空</translation>
    </message>
    <message>
        <source>A day is written like 2026-11-30.</source>
        <translation>日期請寫成 2026-11-30 的格式。</translation>
    </message>
    <message>
        <source>It would end before it begins.</source>
        <translation>截止日早於生效日。</translation>
    </message>
</context>
<context>
    <name>Matters</name>
    <message>
        <source>Looking for tickets that ask the same</source>
        <translation>尋找相同問題的客服單</translation>
    </message>
</context>
<context>
    <name>MessageView</name>
    <message>
        <source>Message from {name}</source>
        <translation>{name} 的訊息</translation>
    </message>
    <message>
        <source>Show signature and quoted text</source>
        <translation>顯示簽名與引用文字</translation>
    </message>
    <message>
        <source>Not translated:</source>
        <translation>未翻譯：</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>內部備註</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>客服人員</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系統</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Show more; {count} characters are left</source>
        <translation>顯示更多；還有 {count} 個字元</translation>
    </message>
    <message>
        <source>{count} attached, not in this export: {names}</source>
        <translation>{count} 個附件，不在此匯出檔中：{names}</translation>
    </message>
</context>
<context>
    <name>Mirror</name>
    <message>
        <source>Number</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>網址</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>預留位置</translation>
    </message>
    <message>
        <source>{kind}: “{ours}” in the draft, “{theirs}” here</source>
        <translation>{kind}：草稿為「{ours}」，此處為「{theirs}」</translation>
    </message>
    <message>
        <source>{kind} missing here: “{words}”</source>
        <translation>此處缺少{kind}：「{words}」</translation>
    </message>
    <message>
        <source>{kind} not in the draft: “{words}”</source>
        <translation>草稿中沒有此{kind}：「{words}」</translation>
    </message>
    <message>
        <source>Perhaps left out: “{words}”</source>
        <translation>可能漏譯：「{words}」</translation>
    </message>
    <message>
        <source>The draft says “not”, this does not</source>
        <translation>草稿為否定句，此處不是</translation>
    </message>
    <message>
        <source>This says “not”, the draft does not</source>
        <translation>此處為否定句，草稿不是</translation>
    </message>
</context>
<context>
    <name>ModelField</name>
    <message>
        <source>Runs on this computer: its requests cost nothing.</source>
        <translation>在此電腦上執行：請求不收費。</translation>
    </message>
    <message>
        <source>This name is not in the price list: its requests are unpriced, and count towards 500 a day instead.</source>
        <translation>價目表中沒有此名稱：其請求價格未知，改以每日 500 筆計算。</translation>
    </message>
    <message>
        <source>Use {model}</source>
        <translation>改用 {model}</translation>
    </message>
    <message>
        <source>Anthropic retired it on {date}. Today: {successor}.</source>
        <translation>Anthropic 已於 {date} 停用此模型。現用：{successor}。</translation>
    </message>
    <message>
        <source>Anthropic will retire it on {date}. Today: {successor}.</source>
        <translation>Anthropic 將於 {date} 停用此模型。現用：{successor}。</translation>
    </message>
</context>
<context>
    <name>ModelTriage</name>
    <message>
        <source>Triage by the model</source>
        <translation>模型分類中</translation>
    </message>
    <message>
        <source>Triage {count} tickets? no known price; their text goes to {host}</source>
        <translation>要分類 {count} 張客服單嗎？價格未知；內容會傳送到 {host}</translation>
    </message>
    <message>
        <source>Triage {count} tickets? about {cost}; their text goes to {host}</source>
        <translation>要分類 {count} 張客服單嗎？約 {cost}；內容會傳送到 {host}</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Only those I open</source>
        <translation>只限我開啟的</translation>
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
        <translation>正在尋找這個詞組</translation>
    </message>
    <message>
        <source>No ticket matches “{text}”.</source>
        <translation>沒有客服單符合「{text}」。</translation>
    </message>
    <message>
        <source>Try fewer words, or another filter.</source>
        <translation>請減少字詞，或換一個篩選條件。</translation>
    </message>
    <message>
        <source>No tickets here</source>
        <translation>這裡沒有客服單</translation>
    </message>
    <message>
        <source>Drop an export here, or paste a conversation with Ctrl+V.</source>
        <translation>將匯出檔拖放到這裡，或用 Ctrl+V 貼上對話。</translation>
    </message>
    <message>
        <source>Show {count} without {part}</source>
        <translation>不計 {part}，顯示 {count} 筆</translation>
    </message>
    <message>
        <source>Show {count} of all tickets</source>
        <translation>在所有客服單中顯示 {count} 筆</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>關閉此通知</translation>
    </message>
</context>
<context>
    <name>OutboxDialog</name>
    <message>
        <source>Outbox</source>
        <translation>待送匣</translation>
    </message>
    <message>
        <source>The reply</source>
        <translation>回覆內容</translation>
    </message>
    <message>
        <source>The customer wrote again after this reply was approved. The ticket is back in Review.</source>
        <translation>這則回覆核准後，客戶又來信了。客服單已回到「審閱」。</translation>
    </message>
    <message>
        <source>1 approved reply</source>
        <translation>1 則已核准的回覆</translation>
    </message>
    <message>
        <source>{count} approved replies</source>
        <translation>{count} 則已核准的回覆</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>沒有等候的回覆。</translation>
    </message>
    <message>
        <source>in a file</source>
        <translation>已在檔案中</translation>
    </message>
    <message>
        <source>wrote again</source>
        <translation>客戶又來信</translation>
    </message>
    <message>
        <source>Also the {count} that are in a file already</source>
        <translation>也包括已在檔案中的 {count} 則</translation>
    </message>
    <message>
        <source>Also the {count} whose customer wrote again</source>
        <translation>也包含客戶又來信的 {count} 則</translation>
    </message>
    <message>
        <source>Export {count}</source>
        <translation>匯出 {count} 則</translation>
    </message>
    <message>
        <source>Approved replies</source>
        <translation>已核准的回覆</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>請求者</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已核准</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>開頭</translation>
    </message>
    <message>
        <source>What the file is for</source>
        <translation>檔案用途</translation>
    </message>
    <message>
        <source>{helpdesk}: requests for a script</source>
        <translation>{helpdesk}：供指令碼使用的請求</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Open in helpdesk</source>
        <translation>在客服系統中開啟</translation>
    </message>
    <message>
        <source>Mark as replied</source>
        <translation>標記為已回覆</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>On the clipboard: {what}</source>
        <translation>剪貼簿中：{what}</translation>
    </message>
    <message>
        <source>Those whose customer wrote again stay in Review.</source>
        <translation>客戶又來信的留在「審閱」。</translation>
    </message>
    <message>
        <source>{helpdesk} reads no replies from a file. This one holds the requests of its interface, one a line, for a script with your key.</source>
        <translation>{helpdesk} 不會從檔案讀取回覆。此檔案每行是其介面的一個請求，供使用您金鑰的指令碼執行。</translation>
    </message>
    <message>
        <source>Fill in your admin_id.</source>
        <translation>請填入您的 admin_id。</translation>
    </message>
    <message>
        <source>{count} are left out: Zammad takes replies by its own ids, which are not the numbers, and the export that these tickets came from does not have them. Import the tickets as JSON from its interface.</source>
        <translation>略去 {count} 則：Zammad 依自己的 id 接收回覆，那不是客服單編號，而這些客服單來自的匯出檔沒有 id。請改從其介面以 JSON 匯入這些客服單。</translation>
    </message>
    <message>
        <source>{count} are left out: their tickets have no number.</source>
        <translation>略去 {count} 則：其客服單沒有編號。</translation>
    </message>
    <message>
        <source>{file} could not be written. Choose another folder, or make room.</source>
        <translation>無法寫入 {file}。請選擇其他資料夾，或騰出空間。</translation>
    </message>
    <message>
        <source>{count} replies are in {file}.</source>
        <translation>{count} 則回覆已寫入 {file}。</translation>
    </message>
    <message>
        <source>{count} were left out: their tickets are of other helpdesks.</source>
        <translation>略過 {count} 則：它們的客服單來自其他客服系統。</translation>
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
        <translation>沒有金鑰</translation>
    </message>
    <message>
        <source>No region</source>
        <translation>沒有區域</translation>
    </message>
    <message>
        <source>No AWS credentials</source>
        <translation>沒有 AWS 憑據</translation>
    </message>
    <message>
        <source>Package missing</source>
        <translation>缺少套件</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>金鑰遭拒</translation>
    </message>
    <message>
        <source>Key expired</source>
        <translation>金鑰過期</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>時鐘</translation>
    </message>
    <message>
        <source>Wrong region</source>
        <translation>區域不符</translation>
    </message>
    <message>
        <source>No credit</source>
        <translation>餘額不足</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>無權限</translation>
    </message>
    <message>
        <source>No model access</source>
        <translation>無模型權限</translation>
    </message>
    <message>
        <source>No inference profile</source>
        <translation>缺推論設定檔</translation>
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
        <translation>過長</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>不接受</translation>
    </message>
    <message>
        <source>Too many</source>
        <translation>請求過多</translation>
    </message>
    <message>
        <source>Account’s limit</source>
        <translation>帳戶上限</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>Engine’s fault</source>
        <translation>引擎錯誤</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>並非引擎</translation>
    </message>
    <message>
        <source>No batches</source>
        <translation>無批次</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>無網路</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Proxy’s password</source>
        <translation>代理伺服器密碼</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>憑證</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>憑證檔案</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>無回應</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>中斷</translation>
    </message>
    <message>
        <source>Fell silent</source>
        <translation>沒了回應</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>無法讀取</translation>
    </message>
    <message>
        <source>Refusal</source>
        <translation>拒答</translation>
    </message>
    <message>
        <source>At its limit</source>
        <translation>到達上限</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未送出</translation>
    </message>
</context>
<context>
    <name>OutgoingDialog</name>
    <message>
        <source>What was sent</source>
        <translation>發出的內容</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Easy to read</source>
        <translation>易讀</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>原樣</translation>
    </message>
    <message>
        <source>How it is shown</source>
        <translation>顯示方式</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>請求內容</translation>
    </message>
    <message>
        <source>What the marks stand for</source>
        <translation>標記代表什麼</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Nothing of this is kept: no request, or it was long ago.</source>
        <translation>這裡沒有保留任何內容：沒有請求，或已經是很久以前。</translation>
    </message>
    <message>
        <source>{count} bytes to {host}. The marks stand for this, which stayed here:</source>
        <translation>{count} 位元組，送到 {host}。標記代表以下內容，這些都留在本機：</translation>
    </message>
    <message>
        <source>{count} bytes to {host}. Nothing in it was masked.</source>
        <translation>{count} 位元組，送到 {host}。其中沒有遮蔽任何內容。</translation>
    </message>
</context>
<context>
    <name>OwnTagsForm</name>
    <message>
        <source>Name of the tag</source>
        <translation>標籤名稱</translation>
    </message>
    <message>
        <source>How to judge it, in a sentence</source>
        <translation>用一句話說明如何判斷</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>標籤內容</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>A few words</source>
        <translation>幾個詞</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Remove the tag “{name}”</source>
        <translation>移除標籤「{name}」</translation>
    </message>
</context>
<context>
    <name>OwnToolDialog</name>
    <message>
        <source>Rewrite in my own words</source>
        <translation>自訂改寫方式</translation>
    </message>
    <message>
        <source>How shall the selected text read?</source>
        <translation>選取的文字該怎麼寫？</translation>
    </message>
    <message>
        <source>Name, to keep it as a tool</source>
        <translation>名稱（填寫後保存為工具）</translation>
    </message>
    <message>
        <source>Rewrite</source>
        <translation>改寫</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>For example: as a list of steps; for a regular customer; with less blame.</source>
        <translation>例如：寫成步驟清單；寫給老顧客；少一點責備。</translation>
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
        <translation>關閉</translation>
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
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>第 {number} 頁</translation>
    </message>
    <message>
        <source>Reading, {done} of {total}</source>
        <translation>讀取中，{done}／{total}</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>讀取中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Ended {date}</source>
        <translation>已於 {date}失效</translation>
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
        <translation>{date}讀取</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已讀取</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>內部</translation>
    </message>
    <message>
        <source>The passage is internal now.</source>
        <translation>這段現在是內部的。</translation>
    </message>
    <message>
        <source>Customers may read the passage now.</source>
        <translation>顧客現在可以看到這段。</translation>
    </message>
    <message>
        <source>The passage is internal now, in {languages} too.</source>
        <translation>這段現在是內部的，{languages}版也是。</translation>
    </message>
    <message>
        <source>Customers may read the passage now, in {languages} too.</source>
        <translation>顧客現在可以看到這段，{languages}版也可以。</translation>
    </message>
    <message>
        <source>In {languages} this policy is divided differently: look there yourself.</source>
        <translation>{languages}版的分段不同，請自行查看。</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>有矛盾</translation>
    </message>
    <message>
        <source>used in {count} drafts this week</source>
        <translation>本週用於 {count} 份草稿</translation>
    </message>
    <message>
        <source>used in 1 draft this week</source>
        <translation>本週用於 1 份草稿</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>the format of a date</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>The file is gone. Add it again from its new place.</source>
        <translation>檔案不見了。請從新的位置重新加入。</translation>
    </message>
    <message>
        <source>The file is empty. Read it again when it has text.</source>
        <translation>檔案是空的。有內容後請重新讀取。</translation>
    </message>
    <message>
        <source>The file is too large. Split it, or save the text alone.</source>
        <translation>檔案太大。請分割，或只儲存文字。</translation>
    </message>
    <message>
        <source>It holds no text. Pages that are pictures need text recognition first.</source>
        <translation>檔案中沒有文字。如果頁面是圖片，請先進行文字辨識。</translation>
    </message>
    <message>
        <source>A password protects it. Save a copy without one.</source>
        <translation>檔案有密碼保護。請另存一份沒有密碼的副本。</translation>
    </message>
    <message>
        <source>The file is damaged. Save it again where it was made.</source>
        <translation>檔案已損壞。請在原處重新儲存。</translation>
    </message>
    <message>
        <source>Not a kind that can be read. Markdown, text, HTML, PDF, Word, Excel, CSV and JSON can.</source>
        <translation>無法讀取此類檔案。可讀取 Markdown、純文字、HTML、PDF、Word、Excel、CSV 和 JSON。</translation>
    </message>
    <message>
        <source>You may not read this file. Check its permissions.</source>
        <translation>您無權讀取此檔案。請檢查權限。</translation>
    </message>
    <message>
        <source>Reading it failed twice. Save it in another format.</source>
        <translation>讀取失敗兩次。請以其他格式儲存。</translation>
    </message>
    <message>
        <source>The disk is full. Make room, then read it again.</source>
        <translation>磁碟已滿。請騰出空間後重新讀取。</translation>
    </message>
    <message>
        <source>Stopped. Read it again when you like.</source>
        <translation>已停止。需要時可重新讀取。</translation>
    </message>
    <message>
        <source>Its name has characters that cannot be read. Rename it and add it again.</source>
        <translation>檔名中有無法讀取的字元。請重新命名後再加入一次。</translation>
    </message>
    <message>
        <source>It took too long to read. Split it, or save the text alone.</source>
        <translation>讀取時間過長。請分成較小的檔案，或只儲存文字。</translation>
    </message>
    <message>
        <source>The policy index was restarted. Nothing is lost.</source>
        <translation>政策索引已重新啟動。沒有遺失任何內容。</translation>
    </message>
    <message>
        <source>The policy index does not start. Policies are searched by words only.</source>
        <translation>政策索引無法啟動。政策只以字詞搜尋。</translation>
    </message>
    <message>
        <source>No embedder for this computer. Policies are searched by words only.</source>
        <translation>這台電腦沒有可用的語意模型。政策只以字詞搜尋。</translation>
    </message>
    <message>
        <source>The policy index was damaged and is made again from the stored texts.</source>
        <translation>政策索引已損壞，正從已存的文字重建。</translation>
    </message>
    <message>
        <source>The policy index is whole again.</source>
        <translation>政策索引已恢復完整。</translation>
    </message>
    <message>
        <source>The stored policy texts were damaged and put aside. Add the files again.</source>
        <translation>已存的政策文字損壞並移到一旁。請重新加入檔案。</translation>
    </message>
    <message>
        <source>A later version of the program made this index. Update to use it.</source>
        <translation>此索引由較新版本的程式建立。請更新後使用。</translation>
    </message>
    <message>
        <source>The data folder cannot be written. Check its permissions.</source>
        <translation>資料夾無法寫入。請檢查權限。</translation>
    </message>
    <message>
        <source>The disk is full. Make room, then read the files again.</source>
        <translation>磁碟已滿。請騰出空間後重新讀取檔案。</translation>
    </message>
    <message>
        <source>The shared index does not answer. Policies are searched by words only.</source>
        <translation>共用索引沒有回應。政策只依詞語搜尋。</translation>
    </message>
    <message>
        <source>The shared index is back. Policies are searched by meaning again.</source>
        <translation>共用索引已恢復。政策又可依語意搜尋。</translation>
    </message>
    <message>
        <source>The embedder’s model cannot be used, see the settings. Policies are searched by words only.</source>
        <translation>嵌入模型無法使用，請查看設定。政策只依詞語搜尋。</translation>
    </message>
</context>
<context>
    <name>PoliciesPage</name>
    <message>
        <source>{files} files, {passages} passages, kept on this computer</source>
        <translation>{files} 個檔案，{passages} 個段落，存放在這台電腦</translation>
    </message>
    <message>
        <source>Reading policies</source>
        <translation>讀取政策</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>加入資料夾</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>加入檔案</translation>
    </message>
    <message>
        <source>Policy files</source>
        <translation>政策檔案</translation>
    </message>
    <message>
        <source>Drop policies here: Markdown, text, HTML, PDF, Word, Excel, CSV, JSON</source>
        <translation>將政策拖放到這裡：Markdown、純文字、HTML、PDF、Word、Excel、CSV、JSON</translation>
    </message>
    <message>
        <source>Stop reading it</source>
        <translation>停止讀取</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>重新讀取</translation>
    </message>
    <message>
        <source>Internal and dates…</source>
        <translation>內部與日期…</translation>
    </message>
    <message>
        <source>Remove from the index</source>
        <translation>從索引移除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
</context>
<context>
    <name>PolicyPlace</name>
    <message>
        <source>Enter the server’s address.</source>
        <translation>請輸入伺服器位址。</translation>
    </message>
    <message>
        <source>Nothing answers there. Check the address, and whether the server runs.</source>
        <translation>該處沒有回應。請檢查位址，以及伺服器是否正在執行。</translation>
    </message>
    <message>
        <source>The server’s certificate is not trusted on this computer.</source>
        <translation>這台電腦不信任該伺服器的憑證。</translation>
    </message>
    <message>
        <source>The server is there and refused. Check the headers or the key.</source>
        <translation>伺服器有回應，但拒絕了。請檢查標頭或金鑰。</translation>
    </message>
    <message>
        <source>Something else answers there, or another version of it.</source>
        <translation>回應的是別的程式，或是其他版本。</translation>
    </message>
    <message>
        <source>Another program uses this folder. One at a time can.</source>
        <translation>另一個程式正在使用此資料夾。一次只能有一個程式使用。</translation>
    </message>
    <message>
        <source>Qdrant’s client is not installed. The extra “qdrant” brings it.</source>
        <translation>未安裝 Qdrant 用戶端。安裝選項「qdrant」即可取得。</translation>
    </message>
    <message>
        <source>This computer has no embedder, so there is nothing to keep there.</source>
        <translation>這台電腦沒有嵌入模型，因此沒有可存放的內容。</translation>
    </message>
    <message>
        <source>There is no model.onnx in this folder, nor in its folder onnx.</source>
        <translation>此資料夾及其 onnx 資料夾中都沒有 model.onnx。</translation>
    </message>
    <message>
        <source>There is no tokenizer.json in this folder.</source>
        <translation>此資料夾中沒有 tokenizer.json。</translation>
    </message>
    <message>
        <source>The files of this model cannot be read. Copy the folder again.</source>
        <translation>無法讀取此模型的檔案。請重新複製資料夾。</translation>
    </message>
    <message>
        <source>This model gives no vectors for a text. It is of another kind.</source>
        <translation>此模型無法由文字產生向量，屬於其他類型。</translation>
    </message>
    <message>
        <source>Starting.</source>
        <translation>正在啟動。</translation>
    </message>
    <message>
        <source>{reason} Until then policies are searched by words only.</source>
        <translation>{reason}在此之前，政策只依詞語搜尋。</translation>
    </message>
    <message>
        <source>{reason} Policies are searched by words only.</source>
        <translation>{reason}政策只依詞語搜尋。</translation>
    </message>
    <message>
        <source>Policies are searched by words only.</source>
        <translation>政策只依詞語搜尋。</translation>
    </message>
    <message>
        <source>{done} of {total} passages are done. Searches go on meanwhile.</source>
        <translation>已完成 {total} 個段落中的 {done} 個。期間仍可搜尋。</translation>
    </message>
    <message>
        <source>All passages are on this computer.</source>
        <translation>所有段落都在這台電腦上。</translation>
    </message>
    <message>
        <source>All passages are on the server.</source>
        <translation>所有段落的向量都在伺服器上。</translation>
    </message>
    <message>
        <source>The one that comes with the program.</source>
        <translation>程式內附的模型。</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>Not answered: “{words}”</source>
        <translation>未回答：「{words}」</translation>
    </message>
    <message>
        <source>“{words}” is not the name of this requester.</source>
        <translation>「{words}」不是這位客戶的名字。</translation>
    </message>
    <message>
        <source>The text is in another language: {words}.</source>
        <translation>文字是另一種語言：{words}。</translation>
    </message>
    <message>
        <source>A blank is left: “{words}”.</source>
        <translation>還有空白未填：「{words}」。</translation>
    </message>
    <message>
        <source>{words} stands neither in this ticket nor in its policies.</source>
        <translation>這張客服單和政策裡都沒有 {words}。</translation>
    </message>
    <message>
        <source>It speaks of an attachment; what is copied has none.</source>
        <translation>內文提到附件，但複製的內容沒有附件。</translation>
    </message>
    <message>
        <source>In no policy: “{words}”</source>
        <translation>政策中沒有：「{words}」</translation>
    </message>
    <message>
        <source>It asks for the order number, which was sent.</source>
        <translation>詢問訂單編號，但客戶已提供。</translation>
    </message>
    <message>
        <source>It asks for a photo, which was sent.</source>
        <translation>索取照片，但客戶已提供。</translation>
    </message>
    <message>
        <source>It asks for the e-mail address, which is known.</source>
        <translation>詢問電子郵件地址，但已經知道。</translation>
    </message>
    <message>
        <source>It asks for the address, which was sent.</source>
        <translation>詢問地址，但客戶已提供。</translation>
    </message>
    <message>
        <source>It asks for the receipt, which was sent.</source>
        <translation>索取收據，但客戶已提供。</translation>
    </message>
    <message>
        <source>It asks for a video, which was sent.</source>
        <translation>索取影片，但客戶已提供。</translation>
    </message>
    <message>
        <source>Every question is answered.</source>
        <translation>每個問題都已回答。</translation>
    </message>
    <message>
        <source>No wrong name.</source>
        <translation>沒有錯誤的名字。</translation>
    </message>
    <message>
        <source>The language is right.</source>
        <translation>語言正確。</translation>
    </message>
    <message>
        <source>No blank is left.</source>
        <translation>沒有未填的空白。</translation>
    </message>
    <message>
        <source>No number of another ticket.</source>
        <translation>沒有其他客服單的編號。</translation>
    </message>
    <message>
        <source>Nothing is asked that was sent already.</source>
        <translation>沒有再問客戶已提供的內容。</translation>
    </message>
    <message>
        <source>Nothing is said to be attached.</source>
        <translation>沒有提到附件。</translation>
    </message>
    <message>
        <source>Nothing is promised beyond the policies.</source>
        <translation>沒有超出政策的承諾。</translation>
    </message>
    <message>
        <source>It may not be answered: “{words}”</source>
        <translation>可能尚未回答：「{words}」</translation>
    </message>
    <message>
        <source>The ticket asks no question.</source>
        <translation>這張客服單沒有提問。</translation>
    </message>
    <message>
        <source>The requester&apos;s name is not known.</source>
        <translation>不知道客戶的名字。</translation>
    </message>
    <message>
        <source>Too short to tell the language.</source>
        <translation>文字太短，無法判斷語言。</translation>
    </message>
</context>
<context>
    <name>PreflightButton</name>
    <message>
        <source>Pre-flight {passed} of {all}</source>
        <translation>檢查 {passed}/{all}</translation>
    </message>
    <message>
        <source>What was looked at before you copy</source>
        <translation>複製前檢查的項目</translation>
    </message>
</context>
<context>
    <name>PreflightPopover</name>
    <message>
        <source>Pre-flight</source>
        <translation>複製前檢查</translation>
    </message>
</context>
<context>
    <name>PreparedRow</name>
    <message>
        <source>Prepared ahead</source>
        <translation>預先備好</translation>
    </message>
    <message>
        <source>Prepare ahead</source>
        <translation>預先準備</translation>
    </message>
</context>
<context>
    <name>Preparing</name>
    <message>
        <source>Prepare ahead</source>
        <translation>預先準備</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Prepare drafts for the next cards? No known price; their text goes to {host}.</source>
        <translation>為接下來的卡片準備草稿？價格未知；其文字會傳送至 {host}。</translation>
    </message>
    <message>
        <source>Prepare drafts for the next cards? About {each} each, {all} for all {count}; their text goes to {host}.</source>
        <translation>為接下來的卡片準備草稿？每份約 {each}，全部 {count} 份約 {all}；其文字會傳送至 {host}。</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>準備</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不要</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>What is masked</source>
        <translation>遮蔽哪些內容</translation>
    </message>
    <message>
        <source>Before a ticket goes to an engine, what is personal in it is replaced by marks such as [NAME_1]; in the answer it is put back. Card numbers and IBANs are always masked.</source>
        <translation>客服單送到引擎之前，其中的個人資料會換成 [NAME_1] 這樣的標記；回答裡再換回來。卡號與 IBAN 一律遮蔽。</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>遮蔽</translation>
    </message>
    <message>
        <source>Names, e-mail and postal addresses, telephone, order and other numbers.</source>
        <translation>姓名、電子郵件與郵寄地址、電話、訂單及其他號碼。</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>嚴格</translation>
    </message>
    <message>
        <source>The same; and nothing is sent while something looks personal that cannot be masked: you look first.</source>
        <translation>同上；此外，只要有看似個人資料而無法遮蔽的內容，就不送出：先由您過目。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Only card numbers and IBANs.</source>
        <translation>只遮蔽卡號與 IBAN。</translation>
    </message>
    <message>
        <source>Names are known from a ticket’s own fields and from greetings and signatures; others in running text are not found. What was sent, in a ticket’s menu, shows each request byte for byte.</source>
        <translation>姓名取自客服單的欄位、稱呼與署名；內文中的其他姓名找不到。客服單選單裡的「發出的內容」會逐位元組顯示每個請求。</translation>
    </message>
    <message>
        <source>Your own patterns</source>
        <translation>您自己的規則</translation>
    </message>
    <message>
        <source>Regular expressions for what else must not leave, such as customer numbers: KD-\d{6}. Capitals do not matter.</source>
        <translation>用正規表示式指明還有什麼不得送出，例如客戶編號：KD-\d{6}。不分大小寫。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正規表示式</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>This pattern cannot be used: {reason}</source>
        <translation>這條規則不能用：{reason}</translation>
    </message>
    <message>
        <source>This pattern also fits nothing at all.</source>
        <translation>這條規則連空白處也符合。</translation>
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
        <translation>LiteLLM 閘道</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>其他位址</translation>
    </message>
    <message>
        <source>{model} does not take this here: {features}. Requests go on without it.</source>
        <translation>{model} 在此不接受：{features}。之後的請求不再帶上。</translation>
    </message>
</context>
<context>
    <name>ProfileList</name>
    <message>
        <source>Add an engine</source>
        <translation>新增引擎</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Engine facts</source>
        <translation>引擎資料</translation>
    </message>
    <message>
        <source>No model: drafts are put together from your policy sentences.</source>
        <translation>不用模型：草稿由您的政策語句組成。</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>Remove “{name}” and its key</source>
        <translation>移除「{name}」及其金鑰</translation>
    </message>
    <message>
        <source>What answers</source>
        <translation>由誰回答</translation>
    </message>
    <message>
        <source>No address yet.</source>
        <translation>尚無位址。</translation>
    </message>
    <message>
        <source>Tested on {date}.</source>
        <translation>測試於 {date}。</translation>
    </message>
    <message>
        <source>Your own key, straight to this address.</source>
        <translation>您自己的金鑰，直接送往此位址。</translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation>尚未測試。</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Taking back an import that was cut off</source>
        <translation>正在復原中斷的匯入</translation>
    </message>
    <message>
        <source>The settings file was damaged and put aside; the defaults serve.</source>
        <translation>設定檔已損壞並移到一旁；目前使用預設值。</translation>
    </message>
    <message>
        <source>No export waits for you.</source>
        <translation>沒有匯出檔在等候。</translation>
    </message>
    <message>
        <source>Others on this computer can read {place}: its permissions could not be changed. Ask who looks after it.</source>
        <translation>這台電腦上的其他人可以讀取 {place}：無法變更其權限。請詢問管理這台電腦的人。</translation>
    </message>
</context>
<context>
    <name>Proof</name>
    <message>
        <source>This ticket</source>
        <translation>此客服單</translation>
    </message>
    <message>
        <source>From another reply</source>
        <translation>出自另一回覆</translation>
    </message>
    <message>
        <source>In no policy</source>
        <translation>政策中沒有</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>內部</translation>
    </message>
    <message>
        <source>“{claim}”</source>
        <translation>「{claim}」</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Stands only in an internal note or passage.</source>
        <translation>只出現在內部備註或段落中。</translation>
    </message>
    <message>
        <source>From another customer&apos;s reply: read it.</source>
        <translation>出自給另一位客戶的回覆：請讀一遍。</translation>
    </message>
    <message>
        <source>Neither in these policies nor in the ticket: {claims}.</source>
        <translation>這些政策和客服單中都沒有：{claims}。</translation>
    </message>
    <message>
        <source>The policy has a condition: {condition}.</source>
        <translation>政策有一項條件：{condition}。</translation>
    </message>
    <message>
        <source>supported by {place}</source>
        <translation>依據：{place}</translation>
    </message>
    <message>
        <source>from this ticket</source>
        <translation>來自此客服單</translation>
    </message>
    <message>
        <source>from another customer&apos;s reply: read it before you copy</source>
        <translation>出自給另一位客戶的回覆：複製前請讀一遍</translation>
    </message>
    <message>
        <source>not supported: look before you copy</source>
        <translation>沒有依據：複製前請查看</translation>
    </message>
    <message>
        <source>only in an internal note: look before you copy</source>
        <translation>只在內部備註中：複製前請查看</translation>
    </message>
    <message>
        <source>{place} and {count} more</source>
        <translation>{place}，另有 {count} 處</translation>
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
        <translation>未洗過</translation>
    </message>
    <message>
        <source>with its tags</source>
        <translation>吊牌完好</translation>
    </message>
    <message>
        <source>in its packaging</source>
        <translation>附原包裝</translation>
    </message>
    <message>
        <source>with the receipt</source>
        <translation>附收據</translation>
    </message>
    <message>
        <source>with a photo</source>
        <translation>附照片</translation>
    </message>
    <message>
        <source>with an identity card</source>
        <translation>附身分證件</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>清潔</translation>
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
        <translation>由我負責</translation>
    </message>
</context>
<context>
    <name>ProofRows</name>
    <message>
        <source>Proof, by sentence</source>
        <translation>逐句依據</translation>
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
        <translation>依系統設定</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>使用這個</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理伺服器位址</translation>
    </message>
    <message>
        <source>A proxy looks like http://proxy.example.com:3128, without a password.</source>
        <translation>代理伺服器的位址如 http://proxy.example.com:3128，不含密碼。</translation>
    </message>
</context>
<context>
    <name>ProxyPasswordForm</name>
    <message>
        <source>Password of the proxy</source>
        <translation>代理伺服器的密碼</translation>
    </message>
</context>
<context>
    <name>QuestionList</name>
    <message>
        <source>What the customer asks, and whether the draft answers it</source>
        <translation>客戶問了什麼，草稿是否回答</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>還有 {count} 個</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Inbox</source>
        <translation>收件匣</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>審閱</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>政策</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知識</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
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
        <translation>依據</translation>
    </message>
    <message>
        <source>tickets ask this</source>
        <translation>張客服單問這個</translation>
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
        <translation>依據的政策</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>答法不同</translation>
    </message>
    <message>
        <source>Some of the {count}</source>
        <translation>{count} 則中的幾則</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>客服單</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>顯示全部 {count} 則</translation>
    </message>
</context>
<context>
    <name>RejectsDialog</name>
    <message>
        <source>{rows} rows of {file} could not be read.</source>
        <translation>{file} 中有 {rows} 列無法讀取。</translation>
    </message>
    <message>
        <source>1 row of {file} could not be read.</source>
        <translation>{file} 1 列無法讀取。</translation>
    </message>
    <message>
        <source>{files} files of {file} were not read.</source>
        <translation>{file} 中有 {files} 個檔案未讀取。</translation>
    </message>
    <message>
        <source>1 file of {file} was not read.</source>
        <translation>{file} 中有 1 個檔案未讀取。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行號</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>開頭</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>{file} could not be written. Choose another folder, or make room.</source>
        <translation>無法寫入 {file}。請選擇其他資料夾，或騰出空間。</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>儲存清單</translation>
    </message>
    <message>
        <source>What was not read</source>
        <translation>未讀取的內容</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>RemedyView</name>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Open the other file</source>
        <translation>開啟另一份檔案</translation>
    </message>
    <message>
        <source>Copy the steps</source>
        <translation>複製步驟</translation>
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
        <translation>這樣在貼上的對話裡，就能分辨您的訊息和顧客的訊息。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Your e-mail</source>
        <translation>您的電子郵件</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Your language</source>
        <translation>您的語言</translation>
    </message>
    <message>
        <source>Languages of a reply</source>
        <translation>回覆的語言</translation>
    </message>
    <message>
        <source>Greeting and closing</source>
        <translation>開頭與結尾</translation>
    </message>
    <message>
        <source>They come from here and never from an engine. {name} is the customer’s name.</source>
        <translation>它們取自這裡，絕不來自引擎。{name} 是顧客姓名。</translation>
    </message>
    <message>
        <source>My helpdesk adds my signature: leave the closing out</source>
        <translation>客服系統會加上我的簽名：省略結尾</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>譯文</translation>
    </message>
    <message>
        <source>A glossary is a CSV file with a column for the term and one for each language. What was translated with other terms or another address is translated again when its tab is opened.</source>
        <translation>術語表是一個 CSV 檔案，一欄為術語，每種語言各占一欄。以其他術語或稱呼翻譯的內容，會在開啟該分頁時重新翻譯。</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>術語表</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>稱呼</translation>
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
        <translation>詢問</translation>
    </message>
    <message>
        <source>Stance of the reply</source>
        <translation>回覆的立場</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>上一個版本</translation>
    </message>
    <message>
        <source>Version after</source>
        <translation>下一個版本</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>比較版本</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再寫一次</translation>
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
        <translation>顧客</translation>
    </message>
    <message>
        <source>mirror</source>
        <translation>對照</translation>
    </message>
</context>
<context>
    <name>ReplyNotice</name>
    <message>
        <source>Your policies do not answer this. A question to the customer stands in the draft.</source>
        <translation>您的政策沒有回答這個問題。草稿中有一個給顧客的問題。</translation>
    </message>
    <message>
        <source>No model wrote this. It is put together from your policy sentences.</source>
        <translation>這不是模型寫的，而是由您的政策句子組成。</translation>
    </message>
    <message>
        <source>SupportDesk was closed while this draft was being written. It may be cut off.</source>
        <translation>這份草稿還沒寫完，SupportDesk 就關閉了。內容可能不完整。</translation>
    </message>
    <message>
        <source>There is nothing to copy yet.</source>
        <translation>還沒有可以複製的內容。</translation>
    </message>
    <message>
        <source>The draft is still being written. Copy it once it is whole, or stop it.</source>
        <translation>草稿還在撰寫中。請等它寫完再複製，或先停止。</translation>
    </message>
    <message>
        <source>Written by the policies in force on the order date, {day}.</source>
        <translation>按下單日（{day}）的政策寫成。</translation>
    </message>
    <message>
        <source>Use today&apos;s</source>
        <translation>改用現行政策</translation>
    </message>
    <message>
        <source>The ticket changed after this draft was written.</source>
        <translation>寫下這份草稿之後，客服單有了變化。</translation>
    </message>
    <message>
        <source>A policy that this draft quotes has changed since.</source>
        <translation>這份草稿引用的政策之後有變動。</translation>
    </message>
    <message>
        <source>The house style changed after this draft was written.</source>
        <translation>寫完這份草稿後，行文風格有變動。</translation>
    </message>
    <message>
        <source>Draft again</source>
        <translation>重新擬稿</translation>
    </message>
    <message>
        <source>This draft quotes none of your policies.</source>
        <translation>這份草稿沒有引用您的任何政策。</translation>
    </message>
    <message>
        <source>No connection. Trying again in {seconds} s; your text is safe.</source>
        <translation>沒有連線。{seconds} 秒後重試；您的文字已保留。</translation>
    </message>
    <message>
        <source>The engine is busy. Trying again in {seconds} s; your text is safe.</source>
        <translation>引擎忙碌中。{seconds} 秒後重試；您的文字已保留。</translation>
    </message>
</context>
<context>
    <name>ReplyPane</name>
    <message>
        <source>Reply</source>
        <translation>回覆</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>還原備份</translation>
    </message>
    <message>
        <source>Go back to the data of {time}?</source>
        <translation>要回到 {time} 的資料嗎？</translation>
    </message>
    <message>
        <source>Tickets, drafts and changes since then are not in it, also what you have typed. The data of now is kept as a backup, so that you can come back.</source>
        <translation>那之後的客服單、草稿和變更都不在其中，您剛輸入的內容也不在。目前的資料會保留為一份備份，讓您可以再回來。</translation>
    </message>
    <message>
        <source>The window closes its data and opens again. Whoever asked to be forgotten stays left out. Settings, policies and the key stay as they are.</source>
        <translation>視窗會關閉資料後重新開啟。要求被遺忘的人仍會略過。設定、政策和金鑰維持不變。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>還原</translation>
    </message>
</context>
<context>
    <name>Restoring</name>
    <message>
        <source>Checking the backup</source>
        <translation>正在檢查備份</translation>
    </message>
    <message>
        <source>This is the data of {time}. What was here before is kept as the newest backup.</source>
        <translation>現在是 {time} 的資料。先前的資料已保留為最新的備份。</translation>
    </message>
    <message>
        <source>Reading was stopped for it: drop those files again.</source>
        <translation>讀取已因此停止：請重新拖入那些檔案。</translation>
    </message>
    <message>
        <source>The backup of {time} could not be restored: the data is as it was.</source>
        <translation>{time} 的備份無法還原：資料保持原樣。</translation>
    </message>
    <message>
        <source>This backup is not there any more. Choose another one.</source>
        <translation>此備份已不存在。請選擇其他備份。</translation>
    </message>
    <message>
        <source>The backup of {time} cannot be read. Choose another one.</source>
        <translation>無法讀取 {time} 的備份。請選擇另一份。</translation>
    </message>
    <message>
        <source>The backup of {time} was made by a later version of the program.</source>
        <translation>{time} 的備份是由較新版本的程式製作的。</translation>
    </message>
    <message>
        <source>The backup of {time} is damaged. Choose another one.</source>
        <translation>{time} 的備份已損壞。請選擇另一份。</translation>
    </message>
</context>
<context>
    <name>Retaining</name>
    <message>
        <source>Show them</source>
        <translation>顯示它們</translation>
    </message>
    <message>
        <source>Old tickets were removed, as set in Settings › Data: {counts}.</source>
        <translation>已依「設定 › 資料」移除舊客服單：{counts}。</translation>
    </message>
    <message>
        <source>Just as old, but kept since they wait for an answer: {count}.</source>
        <translation>同樣舊但因為在等回覆而保留：{count} 張。</translation>
    </message>
</context>
<context>
    <name>ReviewCard</name>
    <message>
        <source>Ticket</source>
        <translation>客服單</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回覆</translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message>
        <source>Order of the cards</source>
        <translation>卡片順序</translation>
    </message>
    <message>
        <source>Which cards</source>
        <translation>哪些卡片</translation>
    </message>
    <message>
        <source>All intents</source>
        <translation>所有意圖</translation>
    </message>
    <message>
        <source>Your pace</source>
        <translation>您的速度</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>待送匣</translation>
    </message>
    <message>
        <source>Copy or export</source>
        <translation>複製或匯出</translation>
    </message>
    <message>
        <source>Urgent first</source>
        <translation>緊急優先</translation>
    </message>
    <message>
        <source>Alike together</source>
        <translation>相似的放一起</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最舊優先</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>剩 {count} 張</translation>
    </message>
    <message>
        <source>of {total} today; {need} of them need you</source>
        <translation>今天共 {total} 張；其中 {need} 張需要您</translation>
    </message>
    <message>
        <source>of {total} today; 1 of them needs you</source>
        <translation>今天共 {total} 張；其中 1 張需要您</translation>
    </message>
    <message>
        <source>{n} s a ticket</source>
        <translation>每張 {n} 秒</translation>
    </message>
    <message>
        <source>about {n} min to the end</source>
        <translation>約 {n} 分鐘完成</translation>
    </message>
    <message>
        <source>1 reply</source>
        <translation>1 則回覆</translation>
    </message>
    <message>
        <source>{count} replies</source>
        <translation>{count} 則回覆</translation>
    </message>
    <message>
        <source>{n} approved</source>
        <translation>{n} 已核准</translation>
    </message>
    <message>
        <source>{n} escalated</source>
        <translation>{n} 已升級</translation>
    </message>
    <message>
        <source>{n} skipped</source>
        <translation>{n} 已略過</translation>
    </message>
    <message>
        <source>{n} drafted, ready</source>
        <translation>{n} 草稿已備妥</translation>
    </message>
    <message>
        <source>{n} without a draft</source>
        <translation>{n} 尚無草稿</translation>
    </message>
    <message>
        <source>{n} need you</source>
        <translation>{n} 需要您</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 張需要您</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>審閱</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>開啟待送匣</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>{percent} % never read</source>
        <translation>{percent} % 無人讀過</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>No card of this kind waits.</source>
        <translation>沒有這類卡片在等候。</translation>
    </message>
    <message>
        <source>Choose all intents above.</source>
        <translation>請在上方選擇所有意圖。</translation>
    </message>
    <message>
        <source>{count} replies wait in the outbox.</source>
        <translation>{count} 則回覆在待送匣中等候。</translation>
    </message>
    <message>
        <source>Nothing left that needs you.</source>
        <translation>沒有需要您處理的了。</translation>
    </message>
</context>
<context>
    <name>Rewriting</name>
    <message>
        <source>Rewriting needs an engine.</source>
        <translation>改寫需要引擎。</translation>
    </message>
    <message>
        <source>Nothing to change there.</source>
        <translation>這裡沒有要改的。</translation>
    </message>
    <message>
        <source>The text changed meanwhile; select it again.</source>
        <translation>文字已經變動，請重新選取。</translation>
    </message>
</context>
<context>
    <name>RewritingState</name>
    <message>
        <source>Accept</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保留原文</translation>
    </message>
    <message>
        <source>Rewriting…</source>
        <translation>正在改寫…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>{before} characters become {after}</source>
        <translation>{before} 個字元變為 {after} 個</translation>
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
        <translation>自訂說法…</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>更短</translation>
    </message>
    <message>
        <source>Warmer</source>
        <translation>更親切</translation>
    </message>
    <message>
        <source>More formal</source>
        <translation>更正式</translation>
    </message>
    <message>
        <source>Simpler</source>
        <translation>更簡單</translation>
    </message>
</context>
<context>
    <name>RightPane</name>
    <message>
        <source>Trial search or what needs care</source>
        <translation>試搜尋或待處理事項</translation>
    </message>
    <message>
        <source>Trial search</source>
        <translation>試搜尋</translation>
    </message>
    <message>
        <source>Needs care</source>
        <translation>待處理</translation>
    </message>
</context>
<context>
    <name>SaveViewDialog</name>
    <message>
        <source>Save this view</source>
        <translation>儲存此檢視</translation>
    </message>
    <message>
        <source>A button with this name is added above the list. It brings back the search, filter and order that you see now.</source>
        <translation>清單上方會加入一個以此命名的按鈕，按一下就回到目前的搜尋、篩選與排序。</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>檢視的名稱</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>You have a view with this name already. Saving replaces it.</source>
        <translation>已有同名的檢視，儲存後會取代它。</translation>
    </message>
</context>
<context>
    <name>SavedRepliesForm</name>
    <message>
        <source>Read a file</source>
        <translation>讀取檔案</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Find a saved reply</source>
        <translation>尋找預存回覆</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>預存回覆</translation>
    </message>
    <message>
        <source>This file could not be read.</source>
        <translation>無法讀取此檔案。</translation>
    </message>
    <message>
        <source>No columns are called title and text. Name two of them so.</source>
        <translation>沒有名為 title 和 text 的欄。請把兩欄改成這兩個名字。</translation>
    </message>
    <message>
        <source>No titles with a text were found in it.</source>
        <translation>其中沒有找到附有內容的標題。</translation>
    </message>
    <message>
        <source>Saved replies read: {count}.</source>
        <translation>已讀取預存回覆：{count} 則。</translation>
    </message>
    <message>
        <source>In place of those with the same title: {replaced}.</source>
        <translation>取代了同名的：{replaced} 則。</translation>
    </message>
    <message>
        <source>Without a title or text: {left}.</source>
        <translation>沒有標題或內文：{left} 則。</translation>
    </message>
    <message>
        <source>Not read, beyond what one file may hold: {beyond}. Split the file.</source>
        <translation>超出單一檔案上限，未讀取：{beyond} 則。請拆分檔案。</translation>
    </message>
    <message>
        <source>{count} more, found by typing.</source>
        <translation>還有 {count} 則，輸入文字即可找到。</translation>
    </message>
    <message>
        <source>Read saved replies</source>
        <translation>讀取預存回覆</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有檔案</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>FAQ</source>
        <translation>常見問題</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>範本</translation>
    </message>
    <message>
        <source>Refund rules</source>
        <translation>退款規則</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回覆</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>條件</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>措辭</translation>
    </message>
    <message>
        <source>Placeholders</source>
        <translation>佔位符</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>佔位符</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>客服單</translation>
    </message>
    <message>
        <source>Share of all tickets</source>
        <translation>佔全部客服單</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>撰寫者</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>依據的政策</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>答法不同</translation>
    </message>
    <message>
        <source>In no policy</source>
        <translation>政策裡沒有</translation>
    </message>
    <message>
        <source>Languages that say otherwise</source>
        <translation>說法不同的語言</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>full refund</source>
        <translation>全額退款</translation>
    </message>
    <message>
        <source>partial refund</source>
        <translation>部分退款</translation>
    </message>
    <message>
        <source>replacement</source>
        <translation>換新</translation>
    </message>
    <message>
        <source>refund or replacement</source>
        <translation>退款或換新</translation>
    </message>
    <message>
        <source>repair</source>
        <translation>維修</translation>
    </message>
    <message>
        <source>no refund</source>
        <translation>不退款</translation>
    </message>
    <message>
        <source>ask first</source>
        <translation>先詢問</translation>
    </message>
    <message>
        <source>a person decides</source>
        <translation>由人員決定</translation>
    </message>
    <message>
        <source>a model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>the policy itself, no model</source>
        <translation>政策原文，並非模型</translation>
    </message>
    <message>
        <source>order number</source>
        <translation>訂單編號</translation>
    </message>
    <message>
        <source>tracking number</source>
        <translation>追蹤號碼</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天數</translation>
    </message>
    <message>
        <source>link</source>
        <translation>連結</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>人員</translation>
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
        <translation>詢問 {model}，價格未知</translation>
    </message>
    <message>
        <source>Ask {model}, about {cost}</source>
        <translation>詢問 {model}，約 {cost}</translation>
    </message>
    <message>
        <source>Sends {count} pairs of passages to {host}</source>
        <translation>將 {count} 對段落傳送到 {host}</translation>
    </message>
    <message>
        <source>Sends 1 pair of passages to {host}</source>
        <translation>將 1 對段落傳送到 {host}</translation>
    </message>
    <message>
        <source>Comparing policies</source>
        <translation>比對政策</translation>
    </message>
</context>
<context>
    <name>SecretForm</name>
    <message>
        <source>What you enter goes into this computer’s keyring ({vault}).</source>
        <translation>您輸入的內容會存入這台電腦的鑰匙圈（{vault}）。</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>Sections</source>
        <translation>分區</translation>
    </message>
</context>
<context>
    <name>SentenceRow</name>
    <message>
        <source>Translate again</source>
        <translation>重新翻譯</translation>
    </message>
    <message>
        <source>Translate into the draft</source>
        <translation>譯入草稿</translation>
    </message>
    <message>
        <source>Being translated</source>
        <translation>翻譯中</translation>
    </message>
    <message>
        <source>Not translated</source>
        <translation>未翻譯</translation>
    </message>
    <message>
        <source>Remove it there</source>
        <translation>在草稿中也移除</translation>
    </message>
    <message>
        <source>Translation of: {source}</source>
        <translation>譯自：{source}</translation>
    </message>
    <message>
        <source>Being translated into the draft</source>
        <translation>正在譯入草稿</translation>
    </message>
    <message>
        <source>Not translated into the draft</source>
        <translation>尚未譯入草稿</translation>
    </message>
    <message>
        <source>You changed the draft&apos;s sentence: it stays</source>
        <translation>您改過草稿裡的這一句，它會保留</translation>
    </message>
    <message>
        <source>The draft&apos;s sentence has changed since you wrote this</source>
        <translation>您寫下這句之後，草稿裡的句子已經改了</translation>
    </message>
    <message>
        <source>Empty here: the draft keeps its sentence</source>
        <translation>此處已清空，草稿仍保留這一句</translation>
    </message>
    <message>
        <source>Not translated into the draft: needs an engine</source>
        <translation>尚未譯入草稿：需要引擎</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Greeting, {language}</source>
        <translation>開頭，{language}</translation>
    </message>
    <message>
        <source>Closing, {language}</source>
        <translation>結尾，{language}</translation>
    </message>
    <message>
        <source>House style, {intent}</source>
        <translation>行文風格：{intent}</translation>
    </message>
    <message>
        <source>An apology, or thanks where nothing went wrong</source>
        <translation>致歉；若沒有出錯則致謝</translation>
    </message>
    <message>
        <source>The solution that the policies give</source>
        <translation>政策給出的解決方案</translation>
    </message>
    <message>
        <source>The next step: who does what now</source>
        <translation>下一步：接下來由誰做什麼</translation>
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
        <translation>語言與回覆</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>撰寫</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隱私</translation>
    </message>
    <message>
        <source>Policy index</source>
        <translation>政策索引</translation>
    </message>
    <message>
        <source>Data and backups</source>
        <translation>資料與備份</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>SideDialog</name>
    <message>
        <source>Drafts of both</source>
        <translation>兩者的草稿</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>SnippetList</name>
    <message>
        <source>Saved replies</source>
        <translation>預存回覆</translation>
    </message>
</context>
<context>
    <name>SpendOverview</name>
    <message>
        <source>Change the cap</source>
        <translation>變更上限</translation>
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
        <translation>用在何處</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>輸入詞元</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>來自快取</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>價格未知</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
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
        <translation>尚無</translation>
    </message>
    <message>
        <source>{sum} of {cap} today</source>
        <translation>今日 {sum}，上限 {cap}</translation>
    </message>
    <message>
        <source>{count} of today’s requests have no known price: at most 500 a day go out.</source>
        <translation>今日有 {count} 筆請求價格未知：每日最多送出 500 筆。</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合計</translation>
    </message>
</context>
<context>
    <name>SpendSection</name>
    <message>
        <source>Overview</source>
        <translation>概覽</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>請求</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>預估</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>存為 CSV</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>發出的內容</translation>
    </message>
    <message>
        <source>No request yet.</source>
        <translation>尚無請求。</translation>
    </message>
    <message>
        <source>Each request to an engine will stand here with its tokens and its cost.</source>
        <translation>每筆送往引擎的請求會連同詞元與費用列在這裡。</translation>
    </message>
    <message>
        <source>Saving the requests</source>
        <translation>正在儲存請求清單</translation>
    </message>
    <message>
        <source>Save the requests</source>
        <translation>儲存請求清單</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>The data folder cannot be written: {place}. Check its permissions, or start with --home DIR.</source>
        <translation>資料夾無法寫入：{place}。請檢查權限，或以 --home DIR 啟動。</translation>
    </message>
    <message>
        <source>Start with --use-copy to take it.</source>
        <translation>請加上 --use-copy 啟動以使用副本。</translation>
    </message>
    <message>
        <source>The copy is in its place. Start SupportDesk again.</source>
        <translation>副本已就位。請重新啟動 SupportDesk。</translation>
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
        <translation>停止此工作</translation>
    </message>
    <message>
        <source>{count} in the queue</source>
        <translation>佇列中 {count} 張</translation>
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
        <translation>＋{count} 筆價格未知</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}／{total}</translation>
    </message>
    <message>
        <source>1 more waits</source>
        <translation>還有 1 項在等待</translation>
    </message>
    <message>
        <source>{count} more wait</source>
        <translation>還有 {count} 項在等待</translation>
    </message>
</context>
<context>
    <name>SteeringRow</name>
    <message>
        <source>What do you want to say?</source>
        <translation>您想說什麼？</translation>
    </message>
    <message>
        <source>From “{title}”</source>
        <translation>取自「{title}」</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>What you typed is not on disk yet: another program may hold the database in {place}. It stays in the window and is saved as soon as that is possible.</source>
        <translation>您輸入的內容還沒有存到磁碟：可能有其他程式正在使用 {place} 裡的資料庫。內容仍在視窗中，能儲存時會立即儲存。</translation>
    </message>
    <message>
        <source>The disk is full: what you typed last is not saved. The window closes as soon as it is.</source>
        <translation>磁碟已滿：您最後輸入的內容還沒有儲存。一儲存好，視窗就會關閉。</translation>
    </message>
    <message>
        <source>{place} cannot be written: what you typed last is not saved. The window closes as soon as it is.</source>
        <translation>{place} 無法寫入：您最後輸入的內容還沒有儲存。一儲存好，視窗就會關閉。</translation>
    </message>
    <message>
        <source>The data folder is no longer at {place}: what you typed last is not saved. The window closes as soon as it is back there.</source>
        <translation>資料夾已不在 {place}：您最後輸入的內容尚未儲存。資料夾放回原處後，視窗會立即關閉。</translation>
    </message>
    <message>
        <source>Another program may hold the database: what you typed last is not saved. The window closes as soon as it is.</source>
        <translation>可能有其他程式正在使用資料庫：您最後輸入的內容還沒有儲存。一儲存好，視窗就會關閉。</translation>
    </message>
    <message>
        <source>What you typed last cannot be saved in {place}. The window closes as soon as it is.</source>
        <translation>您最後輸入的內容無法儲存到 {place}。一儲存好，視窗就會關閉。</translation>
    </message>
    <message>
        <source>The disk is full, so nothing more can be kept. Make room; your text stays in the window.</source>
        <translation>磁碟已滿，無法再保存任何內容。請騰出空間；您的文字仍在視窗中。</translation>
    </message>
    <message>
        <source>The data folder cannot be written: {place}. Check its permissions.</source>
        <translation>資料夾無法寫入：{place}。請檢查權限。</translation>
    </message>
    <message>
        <source>The data folder is no longer at {place}: it was moved or renamed, or its drive is gone. Bring it back there; what you typed stays in the window until then.</source>
        <translation>資料夾已不在 {place}：它被移動或重新命名了，或者所在的磁碟已中斷連線。請把它放回原處；在此之前，您輸入的內容會留在視窗中。</translation>
    </message>
    <message>
        <source>Another program holds the database in {place}. Close it, then try again.</source>
        <translation>其他程式正在使用 {place} 的資料庫。請關閉它後再試。</translation>
    </message>
    <message>
        <source>A later version of the program made the data in {place}. Update the program to open it.</source>
        <translation>{place} 的資料由較新版本的程式建立。請更新程式後開啟。</translation>
    </message>
    <message>
        <source>The database in {place} is damaged, and there is no copy yet. Move desk.sqlite3 to another folder, start again, and import your exports.</source>
        <translation>{place} 的資料庫已損壞，而且尚無副本。請將 desk.sqlite3 移到其他資料夾，重新啟動，再匯入您的匯出檔案。</translation>
    </message>
    <message>
        <source>The database in {place} is damaged. There is a copy of {time}; the damaged file is kept as well.</source>
        <translation>{place} 的資料庫已損壞。有一份 {time} 的副本；損壞的檔案也會保留。</translation>
    </message>
    <message>
        <source>Nothing could be kept in {place}.</source>
        <translation>無法在 {place} 保存任何內容。</translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>Languages of the reply</source>
        <translation>回覆的語言</translation>
    </message>
</context>
<context>
    <name>TagLine</name>
    <message>
        <source>Before the last message</source>
        <translation>早於最新訊息</translation>
    </message>
    <message>
        <source>Satisfaction {level} of 5</source>
        <translation>滿意度 {level}/5</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>升級</translation>
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
        <translation>標記正在等待網路連線</translation>
    </message>
    <message>
        <source>Tagging</source>
        <translation>標記</translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message>
        <source>In a batch at half the price: the answers come within a day, mostly within an hour, and also when the window is closed meanwhile. The text goes to {host} and is kept there until the answers are read; then it is deleted there. Without that it would be kept for 29 days.</source>
        <translation>批次處理，半價：答覆在一天內到達，通常在一小時內，期間關閉視窗也沒關係。文字傳送到 {host}，在讀取答覆之前保存在那裡，讀取後即在那裡刪除；否則會保存 29 天。</translation>
    </message>
    <message>
        <source>This engine has no batches: the conversations go to {host} one after the other, at the usual price.</source>
        <translation>此引擎沒有批次處理：對話逐一傳送到 {host}，以一般價格計。</translation>
    </message>
    <message>
        <source>No model is in use: word lists judge how the customer’s last message sounds. Nothing leaves this computer, and own tags stay empty.</source>
        <translation>沒有使用模型：由詞表判斷客戶最後一則訊息的語氣。任何內容都不會離開這台電腦，自訂標籤留空。</translation>
    </message>
    <message>
        <source>Nothing to tag</source>
        <translation>沒有可標記的對話</translation>
    </message>
    <message>
        <source>Tag {count} by rules</source>
        <translation>依規則標記 {count} 個</translation>
    </message>
    <message>
        <source>Tag {count}, no known price</source>
        <translation>標記 {count} 個，價格不明</translation>
    </message>
    <message>
        <source>Tag {count}, about {cost}</source>
        <translation>標記 {count} 個，約 {cost}</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>逐一</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>{done} of {total} tagged</source>
        <translation>已標記 {done} / {total}</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} 個失敗</translation>
    </message>
    <message>
        <source>waits for the engine at {host}</source>
        <translation>等待 {host} 的引擎</translation>
    </message>
    <message>
        <source>waits for the connection, goes on by itself</source>
        <translation>等待網路連線，恢復後自動繼續</translation>
    </message>
    <message>
        <source>the rest waits for room under the day’s cap</source>
        <translation>其餘的等每日上限有餘額</translation>
    </message>
    <message>
        <source>waits for the engine, goes on by itself</source>
        <translation>等待模型服務，恢復後自動繼續</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>the engine could not answer</source>
        <translation>引擎未能答覆</translation>
    </message>
    <message>
        <source>not answered within a day</source>
        <translation>一天內沒有答覆</translation>
    </message>
    <message>
        <source>stopped before its turn</source>
        <translation>輪到之前已停止</translation>
    </message>
    <message>
        <source>the engine refused</source>
        <translation>引擎拒絕</translation>
    </message>
    <message>
        <source>the answer was no tags</source>
        <translation>答覆不是標籤</translation>
    </message>
    <message>
        <source>not sent: something in it could not be masked</source>
        <translation>未傳送：其中有無法遮蓋的內容</translation>
    </message>
</context>
<context>
    <name>TaggingPage</name>
    <message>
        <source>Which conversations</source>
        <translation>哪些對話</translation>
    </message>
    <message>
        <source>Those with a reply</source>
        <translation>已回覆的</translation>
    </message>
    <message>
        <source>All without tags</source>
        <translation>所有未標記的</translation>
    </message>
    <message>
        <source>Those tagged by rules</source>
        <translation>由規則標記的</translation>
    </message>
    <message>
        <source>Those without one of your own tags</source>
        <translation>缺少您某個自訂標籤的</translation>
    </message>
    <message>
        <source>Those whose customer wrote again</source>
        <translation>客戶之後又來信的</translation>
    </message>
    <message>
        <source>What to tag</source>
        <translation>標記什麼</translation>
    </message>
    <message>
        <source>Each conversation gets satisfaction from 1 to 5, how the customer sounds, whether a person should look at it, and why.</source>
        <translation>每個對話得到 1 到 5 的滿意度、客戶的語氣、是否需要人工查看及其原因。</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>對話</translation>
    </message>
    <message>
        <source>Your own tags</source>
        <translation>您的自訂標籤</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>執行記錄</translation>
    </message>
    <message>
        <source>Tagging</source>
        <translation>標記</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>還沒有。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Send again what failed</source>
        <translation>重新傳送失敗的</translation>
    </message>
    <message>
        <source>What failed would go to {host} once more.</source>
        <translation>失敗的會再次送往 {host}。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>先不要</translation>
    </message>
    <message>
        <source>This run began at {before}.</source>
        <translation>這次是在 {before} 開始的。</translation>
    </message>
    <message>
        <source>What is left would go to {host}.</source>
        <translation>剩下的會送到 {host}。</translation>
    </message>
    <message>
        <source>Show the ticket</source>
        <translation>顯示客服單</translation>
    </message>
</context>
<context>
    <name>TicketPane</name>
    <message>
        <source>Ticket</source>
        <translation>客服單</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>對話</translation>
    </message>
    <message>
        <source>No ticket chosen</source>
        <translation>尚未選擇客服單</translation>
    </message>
    <message>
        <source>Choose one from the list, or paste a conversation with Ctrl+V.</source>
        <translation>請從清單選擇一張，或用 Ctrl+V 貼上對話。</translation>
    </message>
    <message>
        <source>No subject</source>
        <translation>無主旨</translation>
    </message>
    <message>
        <source>{count} more open from this requester</source>
        <translation>此顧客另有 {count} 張待處理</translation>
    </message>
    <message>
        <source>Not triaged yet</source>
        <translation>尚未分類</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>翻譯</translation>
    </message>
    <message>
        <source>Translated by the engine</source>
        <translation>由引擎翻譯</translation>
    </message>
    <message>
        <source>Being translated</source>
        <translation>翻譯中</translation>
    </message>
    <message>
        <source>Show translation</source>
        <translation>顯示譯文</translation>
    </message>
    <message>
        <source>Show original</source>
        <translation>顯示原文</translation>
    </message>
    <message>
        <source>Translated by the engine; lines it left out: {count}</source>
        <translation>由引擎翻譯；未譯行數：{count}</translation>
    </message>
    <message>
        <source>More for this ticket</source>
        <translation>這張客服單的更多操作</translation>
    </message>
    <message>
        <source>Who wrote what is read from the pasted text.</source>
        <translation>誰寫了什麼，是從貼上的文字判讀的。</translation>
    </message>
    <message>
        <source>Swap requester and agent</source>
        <translation>對調顧客與客服人員</translation>
    </message>
    <message>
        <source>Show 1 older message</source>
        <translation>顯示 1 則較早的訊息</translation>
    </message>
    <message>
        <source>by rules</source>
        <translation>依規則</translation>
    </message>
    <message>
        <source>{rules}, the model has not answered yet</source>
        <translation>{rules}，模型尚未回應</translation>
    </message>
    <message>
        <source>{count} thinking tokens</source>
        <translation>{count} 個思考詞元</translation>
    </message>
    <message>
        <source>Show {count} older messages</source>
        <translation>顯示 {count} 則較早的訊息</translation>
    </message>
    <message>
        <source>This export holds no message text for this ticket. Paste the conversation with Ctrl+V to fill it.</source>
        <translation>此匯出檔沒有這張客服單的訊息內容。請用 Ctrl+V 貼上對話來補上。</translation>
    </message>
</context>
<context>
    <name>TicketRowDelegate</name>
    <message>
        <source>Escalate</source>
        <translation>升級</translation>
    </message>
</context>
<context>
    <name>TicketTable</name>
    <message>
        <source>Tickets</source>
        <translation>客服單</translation>
    </message>
</context>
<context>
    <name>TranslationLine</name>
    <message>
        <source>Original or translation</source>
        <translation>原文或譯文</translation>
    </message>
</context>
<context>
    <name>TrialSearch</name>
    <message>
        <source>Trial search</source>
        <translation>試搜尋</translation>
    </message>
    <message>
        <source>what a draft would be given, and why</source>
        <translation>草稿會得到哪些段落，以及原因</translation>
    </message>
    <message>
        <source>Ask as a customer would</source>
        <translation>像顧客一樣提問</translation>
    </message>
    <message>
        <source>Internal passages too</source>
        <translation>包含內部段落</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} 毫秒</translation>
    </message>
    <message>
        <source>, words only</source>
        <translation>，僅以字詞</translation>
    </message>
    <message>
        <source>Nothing in the policies matches these words.</source>
        <translation>政策中沒有符合這些字詞的內容。</translation>
    </message>
    <message>
        <source>No passage found</source>
        <translation>找不到段落</translation>
    </message>
    <message>
        <source>Type a question to see which passages it finds.</source>
        <translation>輸入問題，看看會找到哪些段落。</translation>
    </message>
    <message>
        <source>Try a question</source>
        <translation>試一個問題</translation>
    </message>
</context>
<context>
    <name>VerdictList</name>
    <message>
        <source>What this file is</source>
        <translation>這是什麼檔案</translation>
    </message>
</context>
<context>
    <name>VersionDialog</name>
    <message>
        <source>Compare versions</source>
        <translation>比較版本</translation>
    </message>
    <message>
        <source>Left text</source>
        <translation>左側文字</translation>
    </message>
    <message>
        <source>Right text</source>
        <translation>右側文字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>兩者相同。</translation>
    </message>
    <message>
        <source>Characters taken out: {out}; put in: {into}; the same: {same}.</source>
        <translation>刪去 {out} 個字元，新增 {into} 個，相同 {same} 個。</translation>
    </message>
    <message>
        <source>{number}: as it was drafted, {time}</source>
        <translation>{number}：起草時，{time}</translation>
    </message>
    <message>
        <source>{number}: as it was copied, {time}</source>
        <translation>{number}：複製時，{time}</translation>
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
        <translation>所有檢視</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>儲存此檢視…</translation>
    </message>
    <message>
        <source>Remove the view “{name}”</source>
        <translation>移除檢視「{name}」</translation>
    </message>
    <message>
        <source>Export these tickets…</source>
        <translation>匯出這些客服單…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待處理</translation>
    </message>
    <message>
        <source>Needs me</source>
        <translation>等我回覆</translation>
    </message>
    <message>
        <source>With customer</source>
        <translation>等客戶回覆</translation>
    </message>
    <message>
        <source>Drafted</source>
        <translation>已擬稿</translation>
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
        <translation>正在匯出客服單</translation>
    </message>
    <message>
        <source>Export these tickets</source>
        <translation>匯出這些客服單</translation>
    </message>
    <message>
        <source>{count} tickets were written to {file}.</source>
        <translation>已將 {count} 筆客服單寫入 {file}。</translation>
    </message>
    <message>
        <source>1 ticket was written to {file}.</source>
        <translation>已將 1 筆客服單寫入 {file}。</translation>
    </message>
    <message>
        <source>{file} could not be written. Choose another folder, or make room.</source>
        <translation>無法寫入 {file}。請選擇其他資料夾，或騰出空間。</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Drop the night’s tickets.
Start with a draft for each.</source>
        <translation>拖入昨夜的客服單，
從每張的草稿開始。</translation>
    </message>
    <message>
        <source>Each ticket gets its intent, its language, and a reply from your own policies. You read, correct, copy.</source>
        <translation>每張客服單都會得到意圖、語言，以及取自您自己政策的回覆。您只需閱讀、修改、複製。</translation>
    </message>
    <message>
        <source>How to read a draft</source>
        <translation>如何閱讀草稿</translation>
    </message>
    <message>
        <source>We replace it free of charge.</source>
        <translation>我們會免費為您更換。</translation>
    </message>
    <message>
        <source>stands in your policies</source>
        <translation>出自您的政策</translation>
    </message>
    <message>
        <source>free of charge</source>
        <translation>免費</translation>
    </message>
    <message>
        <source>Your order MP-48213</source>
        <translation>您的訂單 MP-48213</translation>
    </message>
    <message>
        <source>stands in this ticket</source>
        <translation>出自這張客服單</translation>
    </message>
    <message>
        <source>You have it by Saturday.</source>
        <translation>您將在週六前收到。</translation>
    </message>
    <message>
        <source>by Saturday</source>
        <translation>在週六前</translation>
    </message>
    <message>
        <source>stands nowhere: look before you copy</source>
        <translation>沒有依據：複製前請確認</translation>
    </message>
    <message>
        <source>Tickets and policies stay on this computer. Without a key nothing leaves it.</source>
        <translation>客服單與政策都留在這台電腦。沒有金鑰，任何內容都不會離開。</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>選擇檔案</translation>
    </message>
    <message>
        <source>Paste a conversation</source>
        <translation>貼上對話</translation>
    </message>
    <message>
        <source>Open the shop</source>
        <translation>開啟商店</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>加入金鑰</translation>
    </message>
    <message>
        <source>CSV, JSON or JSON Lines from Zendesk, Freshdesk, Intercom, Gorgias and others. Or paste a ticket that you copied from its page.</source>
        <translation>來自 Zendesk、Freshdesk、Intercom、Gorgias 等的 CSV、JSON 或 JSON Lines。或貼上您從網頁複製的客服單。</translation>
    </message>
    <message>
        <source>300 tickets in six languages and the policies of a small shop. No key needed.</source>
        <translation>六種語言的 300 張客服單，以及一家小店的政策。不需要金鑰。</translation>
    </message>
    <message>
        <source>It is kept in this computer’s keyring and nowhere else. With it Claude judges, drafts and translates; you see what leaves and what it costs.</source>
        <translation>只存放在這部電腦的鑰匙圈中。有了它，Claude 會分類、擬稿與翻譯；送出什麼、花費多少，您都看得到。</translation>
    </message>
    <message>
        <source>Drop your ticket export here</source>
        <translation>將客服單匯出檔拖放到這裡</translation>
    </message>
    <message>
        <source>Try it with the sample shop</source>
        <translation>用範例商店試試</translation>
    </message>
    <message>
        <source>Add your API key</source>
        <translation>加入您的 API 金鑰</translation>
    </message>
</context>
<context>
    <name>WithheldDialog</name>
    <message>
        <source>Nothing was sent</source>
        <translation>沒有送出任何內容</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This may be personal, and it is not masked by itself. What is ticked is hidden from the engine in this ticket; take the tick away from what may be sent.</source>
        <translation>以下可能是個人資料，而且不會自動遮蔽。勾選的內容在這張客服單裡不讓引擎看到；可以送出的請取消勾選。</translation>
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
        <translation>退貨</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>換貨</translation>
    </message>
    <message>
        <source>Logistics</source>
        <translation>物流</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>發票</translation>
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
        <translation>已擬稿</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>已回覆</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已略過</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>已升級</translation>
    </message>
    <message>
        <source>Gone from its view</source>
        <translation>已不在檢視中</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>負面</translation>
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
        <translation>貼上</translation>
    </message>
    <message>
        <source>Sample shop</source>
        <translation>範例商店</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>a month of the past</comment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>satisfaction {level} of 5</source>
        <translation>滿意度 {level}（滿分 5）</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>西班牙文</translation>
    </message>
    <message>
        <source>French</source>
        <translation>法文</translation>
    </message>
    <message>
        <source>German</source>
        <translation>德文</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>繁體中文</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>簡體中文</translation>
    </message>
    <message>
        <source>{n} m</source>
        <translation>{n} 分</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 時</translation>
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
        <translation>需要升級</translation>
    </message>
</context>
<context>
    <name>WritingSection</name>
    <message>
        <source>Saved replies</source>
        <translation>預存回覆</translation>
    </message>
    <message>
        <source>Macros and canned replies of your helpdesk, as CSV or JSON, or pasted: a title, the text below, and --- between two. Type :: in a reply to put one in; a draft starts from the one that fits its ticket. {{customer_name}} and {{order_id}} are filled in.</source>
        <translation>客服系統的巨集與罐頭回覆，可用 CSV、JSON 或直接貼上：一行標題，下面是內容，兩則之間用 --- 隔開。在回覆中輸入 :: 即可插入一則；草稿會從適合該客服單的那一則寫起。{{customer_name}} 與 {{order_id}} 會自動填入。</translation>
    </message>
    <message>
        <source>House style</source>
        <translation>行文風格</translation>
    </message>
    <message>
        <source>What each sentence of a reply is for, a line for each; empty for the usual. Claude follows it; a draft written without a model keeps the usual three sentences.</source>
        <translation>回覆中每一句的用途，一行一句；留空則依慣例。Claude 會照此撰寫；不用模型寫的草稿仍是慣例的三句。</translation>
    </message>
    <message>
        <source>Your own rewriting tools</source>
        <translation>您自訂的改寫工具</translation>
    </message>
    <message>
        <source>None yet: select text in a reply and choose More, In my own words.</source>
        <translation>還沒有：在回覆中選取文字，然後選擇「更多」→「自訂說法」。</translation>
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
        <translation>插入回覆中游標處</translation>
    </message>
</context>
<context>
    <name>_Cards</name>
    <message>
        <source>{n} of {total} ready</source>
        <translation>{total} 份中 {n} 份備妥</translation>
    </message>
</context>
<context>
    <name>_Head</name>
    <message>
        <source>{supported} supported, {facts} from the ticket, {unsupported} in no policy</source>
        <translation>{supported} 句有依據，{facts} 句來自客服單，{unsupported} 句政策中沒有</translation>
    </message>
    <message>
        <source>Proof, by sentence</source>
        <translation>逐句依據</translation>
    </message>
</context>
<context>
    <name>_HitRow</name>
    <message>
        <source>Customers may read it</source>
        <translation>顧客可以看</translation>
    </message>
    <message>
        <source>Mark as internal</source>
        <translation>標為內部</translation>
    </message>
    <message>
        <source>hardly fits</source>
        <translation>幾乎不符</translation>
    </message>
    <message>
        <source>by words and meaning</source>
        <translation>字詞與語意</translation>
    </message>
    <message>
        <source>by its words</source>
        <translation>字詞</translation>
    </message>
    <message>
        <source>by its meaning</source>
        <translation>語意</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>字詞</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>語意</translation>
    </message>
    <message>
        <source>Its place among the passages found, 1 is the best there can be</source>
        <translation>在找到的段落中的排位，最高為 1</translation>
    </message>
</context>
<context>
    <name>_Judgement</name>
    <message>
        <source>{share} % of what an answer needs</source>
        <translation>達到回答所需的 {share} %</translation>
    </message>
    <message>
        <source>The best two sentences hold {words} % of the question&apos;s words, {unknown} % stand in no policy. The passages&apos; words come {near} % near them, the meaning is {meaning} % alike.</source>
        <translation>最相符的兩句含有問題中 {words}% 的詞，{unknown}% 的詞不在任何政策中。各段的詞與問題的詞相近 {near}%，意思相近 {meaning}%。</translation>
    </message>
    <message>
        <source>The first passage is likely to answer this.</source>
        <translation>第一個段落很可能回答了這個問題。</translation>
    </message>
    <message>
        <source>None of these seems to answer this. A draft claims nothing and asks the customer.</source>
        <translation>這裡似乎沒有答案。草稿不會作出任何斷言，而是向顧客提問。</translation>
    </message>
</context>
<context>
    <name>_Pair</name>
    <message>
        <source>{model} confirms it</source>
        <translation>{model} 認為矛盾</translation>
    </message>
    <message>
        <source>{model} sees none</source>
        <translation>{model} 認為不矛盾</translation>
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
        <translation>通過</translation>
    </message>
    <message>
        <source>look before you copy</source>
        <translation>複製前請看一下</translation>
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
        <translation>已回答，但沒有依據</translation>
    </message>
    <message>
        <source>not found in the reply</source>
        <translation>回覆中未找到</translation>
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
        <translation>位址</translation>
    </message>
    <message>
        <source>Headers or key</source>
        <translation>標頭或金鑰</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>It works: the server is there and takes vectors.</source>
        <translation>可以使用：伺服器有回應，並接受向量。</translation>
    </message>
    <message>
        <source>Testing.</source>
        <translation>正在測試。</translation>
    </message>
    <message>
        <source>The policy index does not run now. Start the program again.</source>
        <translation>政策索引目前沒有執行。請重新啟動程式。</translation>
    </message>
    <message>
        <source>This is no address of a server. One looks like https://gateway.example.com.</source>
        <translation>這不是伺服器位址。位址的形式如 https://gateway.example.com。</translation>
    </message>
    <message>
        <source>Without https, headers and key can be read by others on the way there.</source>
        <translation>沒有 https 時，標頭和金鑰在傳送途中可能被他人讀取。</translation>
    </message>
    <message>
        <source>A Chroma server lets in everybody who reaches it: let only your team reach it, or put a proxy in front that asks for headers. Enter those as Name: value.</source>
        <translation>任何人只要連得到 Chroma 伺服器就能使用：請只讓您的團隊連線，或在前面設置要求標頭的代理伺服器。請以「Name: value」的格式輸入標頭。</translation>
    </message>
    <message>
        <source>Qdrant Cloud needs a key, a server of your own may need one. A folder serves one program at a time.</source>
        <translation>Qdrant Cloud 需要金鑰，您自己的伺服器可能也需要。資料夾一次只供一個程式使用。</translation>
    </message>
</context>
<context>
    <name>_SideCard</name>
    <message>
        <source>This one holds</source>
        <translation>以這段為準</translation>
    </message>
</context>
</TS>
